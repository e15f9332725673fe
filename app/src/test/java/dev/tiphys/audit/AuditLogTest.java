package dev.tiphys.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Actor;
import dev.tiphys.testing.TestPostgres;
import dev.tiphys.web.PageAsk;

class AuditLogTest {

    private final TestPostgres.Database fresh = TestPostgres.fresh();
    private final HikariDataSource application = fresh.asApplication();
    private final JdbcClient database = JdbcClient.create(application);
    private final TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(application));
    private final AuditRecorder recorder = new AuditRecorder(new AuditLog(database, Clock.systemUTC()), transactions);
    private final AuditQueries queries = new AuditQueries(database, new JdbcTemplate(application));
    private final AuditTrail trail = new AuditTrail(queries, new AuditVerifier(queries, database));

    @AfterEach
    void close() {
        application.close();
    }

    @Test
    void anEmptyLogHolds() {
        assertThat(trail.verify()).isEqualTo(AuditVerification.holds(0, "0".repeat(64)));
    }

    @Test
    void entriesFollowOneAnotherNewestFirst() {
        record("first");
        record("second");
        assertThat(trail.list(AuditFilter.all(), new PageAsk(0, 10)).items()).extracting(AuditEntry::targetId)
                .containsExactly("second", "first");
        assertThat(trail.verify().intact()).isTrue();
    }

    @Test
    void aDeedThatIsRolledBackLeavesNoEntryAndNoGap() {
        record("kept");
        transactions.executeWithoutResult(status -> {
            recorder.record(action("undone"));
            status.setRollbackOnly();
        });
        record("kept too");
        assertThat(trail.list(AuditFilter.all(), new PageAsk(0, 10)).items()).extracting(AuditEntry::seq)
                .containsExactly(2L, 1L);
    }

    @Test
    void severalDeedsOfATransactionStandInTheirOrder() {
        transactions.executeWithoutResult(status -> {
            recorder.record(action("a"));
            recorder.record(action("b"));
        });
        assertThat(trail.list(AuditFilter.all(), new PageAsk(0, 10)).items()).extracting(AuditEntry::targetId)
                .containsExactly("b", "a");
    }

    @Test
    void filtersNarrowTheList() {
        record("checkout");
        record("payments");
        assertThat(trail.list(AuditFilter.containing("CHECK"), new PageAsk(0, 10)).total()).isEqualTo(1);
        AuditFilter byCode = new AuditFilter(null, "test", null, "payments", null, null, null, null);
        assertThat(trail.list(byCode, new PageAsk(0, 10)).items()).extracting(AuditEntry::targetId)
                .containsExactly("payments");
    }

    @Test
    void eightWritersLeaveNoGap() throws Exception {
        try (ExecutorService writers = Executors.newFixedThreadPool(8)) {
            List<Future<?>> work = IntStream.range(0, 8).<Future<?>>mapToObj(
                    writer -> writers.submit(() -> IntStream.range(0, 25).forEach(n -> record(writer + "-" + n))))
                    .toList();
            for (Future<?> one : work) {
                one.get();
            }
        }
        AuditVerification verification = trail.verify();
        assertThat(verification.intact()).as(verification.sentence()).isTrue();
        assertThat(verification.entries()).isEqualTo(200);
    }

    @Test
    void theApplicationMayNotChangeOrRemoveAnEntry() {
        record("first");
        for (String attempt : List.of("update audit_entry set reason = 'x'", "delete from audit_entry",
                "truncate audit_entry", "delete from audit_head", "alter table audit_entry disable trigger all")) {
            assertThatThrownBy(() -> database.sql(attempt).update()).as(attempt).rootCause()
                    .hasMessageMatching("(?s).*(permission denied|must be owner).*");
        }
    }

    @Test
    void evenTheOwnerIsRefused() {
        record("first");
        JdbcTemplate owner = new JdbcTemplate(fresh.asOwner());
        for (String attempt : List.of("update audit_entry set reason = 'x'", "delete from audit_entry",
                "truncate audit_entry")) {
            assertThatThrownBy(() -> owner.update(attempt)).as(attempt).rootCause().hasMessageContaining("append-only");
        }
        assertThatThrownBy(() -> owner.update("update audit_head set seq = 7")).rootCause()
                .hasMessageContaining("one entry to the next");
    }

    @Test
    void aChangedEntryIsFound() {
        IntStream.rangeClosed(1, 5).forEach(n -> record("target " + n));
        tamper("update audit_entry set target_id = 'another' where seq = 3");
        assertThat(trail.verify().brokenAt()).isEqualTo(3);
    }

    @Test
    void aMissingEntryIsFound() {
        IntStream.rangeClosed(1, 5).forEach(n -> record("target " + n));
        tamper("delete from audit_entry where seq = 4");
        assertThat(trail.verify().sentence()).isEqualTo("Entry 4 is missing.");
    }

    @Test
    void aShortenedLogIsFound() {
        IntStream.rangeClosed(1, 5).forEach(n -> record("target " + n));
        tamper("delete from audit_entry where seq = 5");
        assertThat(trail.verify().sentence()).isEqualTo("Entry 5 is missing, and all after it.");
    }

    private void tamper(String sql) {
        DataSource owner = fresh.asOwner();
        new JdbcTemplate(owner).execute("alter table audit_entry disable trigger user; " + sql);
    }

    private void record(String target) {
        recorder.record(action(target));
    }

    private static ActionTaken action(String target) {
        return ActionTaken.by(Actor.portal("test"), "test.done", "thing", target).change("v4", "v5")
                .because("it is a test");
    }
}
