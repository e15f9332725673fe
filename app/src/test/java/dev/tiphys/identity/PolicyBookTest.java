package dev.tiphys.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tiphys.testing.PortalTest;

@PortalTest
class PolicyBookTest {

    private static final String VIEWERS = "roles: {viewer: {groups: [viewers], like: viewer}}\n";
    private static final String PROMOTERS = "roles: {viewer: {groups: [viewers], like: deployer}}\n";
    private static final Person VERA = new Person("vera", "vera", "Vera", Set.of("viewers"), Set.of(),
            new SignedInBy.Browser());

    private final PolicyRecord record;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private Path file = Path.of("");

    @Autowired
    PolicyBookTest(PolicyRecord record, JdbcClient database, ApplicationEventPublisher events) {
        this.record = record;
        this.database = database;
        this.events = events;
    }

    @BeforeEach
    void writeAPolicy(@TempDir Path folder) throws IOException {
        file = folder.resolve("access.yaml");
        Files.writeString(file, VIEWERS);
    }

    private PolicyBook open(PolicyCheck... checks) {
        AccessFile settings = new AccessFile(file, Duration.ofHours(1));
        AccessPolicy inline = new AccessPolicy(java.util.Map.of(), java.util.Map.of(), List.of(), List.of());
        return PolicyBook.open(inline,
                new PolicyBook.Opening(settings, record, List.of(checks), events, Clock.systemUTC()));
    }

    private static boolean mayPromote(PolicyBook book) {
        return new Access(book).may(VERA, Permission.PROMOTE, Scope.service("checkout", null)).allowed();
    }

    private long rows(String code) {
        return database.sql("select count(*) from audit_entry where code = ?").param(code).query(Long.class).single();
    }

    private String reason(String code) {
        return database.sql("select reason from audit_entry where code = ? order by seq desc limit 1").param(code)
                .query(String.class).single();
    }

    @Test
    void aChangedFileCountsAtTheNextQuestionAndIsOnRecordOnce() throws IOException {
        PolicyBook book = open();
        PolicyBook replica = open();
        book.reload();
        replica.reload();
        long before = rows("policy.changed");
        assertThat(mayPromote(book)).isFalse();

        Files.writeString(file, PROMOTERS);
        book.reload();
        replica.reload();
        book.reload();

        assertThat(mayPromote(book)).isTrue();
        assertThat(mayPromote(replica)).isTrue();
        assertThat(rows("policy.changed") - before).isEqualTo(1);
        assertThat(reason("policy.changed")).isEqualTo("role viewer changed, like viewer → deployer");
        assertThat(book.state().version()).isEqualTo(replica.state().version());
    }

    @Test
    void aBrokenFileIsRefusedAndTheLastGoodPolicyStays() throws IOException {
        PolicyBook book = open();
        book.reload();
        long before = rows("policy.refused");

        Files.writeString(file, PROMOTERS + "roles: oops\n");
        book.reload();
        book.reload();
        assertThat(mayPromote(book)).isFalse();
        assertThat(new Access(book).may(VERA, Permission.VIEW, Scope.portal()).allowed()).isTrue();
        assertThat(rows("policy.refused") - before).isEqualTo(1);
        assertThat(book.state().refused()).isNotNull();

        Files.writeString(file, PROMOTERS);
        book.reload();
        assertThat(mayPromote(book)).isTrue();
        assertThat(book.state().refused()).isNull();
    }

    @Test
    void aFileThatGoesAwayChangesNothing() throws IOException {
        PolicyBook book = open();
        book.reload();
        Files.delete(file);
        book.reload();
        assertThat(new Access(book).may(VERA, Permission.VIEW, Scope.portal()).allowed()).isTrue();
        assertThat(book.state().refused()).isNotNull();
        Files.writeString(file, VIEWERS);
        book.reload();
        assertThat(book.state().refused()).isNull();
    }

    @Test
    void followsTheSymbolicLinksOfAMountedConfigMap(@TempDir Path mount) throws IOException {
        Path first = Files.createDirectory(mount.resolve("..2026_1"));
        Path second = Files.createDirectory(mount.resolve("..2026_2"));
        Files.writeString(first.resolve("access.yaml"), VIEWERS);
        Files.writeString(second.resolve("access.yaml"), PROMOTERS);
        Path data = Files.createSymbolicLink(mount.resolve("..data"), first);
        file = Files.createSymbolicLink(mount.resolve("access.yaml"), Path.of("..data", "access.yaml"));
        PolicyBook book = open();
        assertThat(mayPromote(book)).isFalse();

        Path swap = Files.createSymbolicLink(mount.resolve("..data_tmp"), second);
        Files.move(swap, data, StandardCopyOption.ATOMIC_MOVE);
        book.reload();
        assertThat(mayPromote(book)).isTrue();
    }

    @Test
    void startsWithTheLastGoodPolicyWhenTheFileIsBroken() throws IOException {
        Files.writeString(file, PROMOTERS);
        open().reload();
        Files.writeString(file, "roles: {");
        assertThat(mayPromote(open())).isTrue();
    }

    @Test
    void doesNotStartWithoutAnyGoodPolicy() throws IOException {
        database.sql("update access_policy set version = '', text = ''").update();
        Files.writeString(file, "roles: {");
        assertThatThrownBy(() -> open()).isInstanceOf(PolicyRefusedException.class);
    }

    @Test
    void anotherModuleMayRefuseAPolicy() {
        database.sql("update access_policy set version = '', text = ''").update();
        assertThatThrownBy(() -> open(policy -> List.of("Nobody could approve."))).hasMessage("Nobody could approve.");
    }
}
