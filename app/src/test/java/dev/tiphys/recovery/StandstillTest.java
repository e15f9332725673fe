package dev.tiphys.recovery;

import static dev.tiphys.testing.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.tiphys.identity.ApiTokens;
import dev.tiphys.identity.NewApiToken;
import dev.tiphys.identity.Permission;
import dev.tiphys.identity.RestoredCredentials;
import dev.tiphys.recovery.RecoveryConfiguration.MarkerPlace;
import dev.tiphys.testing.PortalTest;
import dev.tiphys.testing.TestPeople;

@PortalTest
class StandstillTest {

    private final MockMvcTester portal;
    private final HoldBook holds;
    private final MarkBook marks;
    private final Standstill standstill;
    private final JdbcClient database;

    @Autowired
    StandstillTest(MockMvcTester portal, HoldBook holds, MarkBook marks, Standstill standstill, JdbcClient database) {
        this.portal = portal;
        this.holds = holds;
        this.marks = marks;
        this.standstill = standstill;
        this.database = database;
    }

    @AfterEach
    void letGoOn() {
        holds.current().ifPresent(hold -> holds.release(hold.id(), "the test", "it is over"));
        await("the release").until(() -> !standstill.isHeld());
    }

    private void hold() {
        assertThat(holds.open("on-purpose", "a restore is coming.", "Ada Moreau")).isTrue();
        await("the hold").until(standstill::isHeld);
    }

    @Test
    void everyPageTellsItAndLeadsAdministratorsToTheReason() {
        hold();
        assertThat(portal.get().uri("/audit").with(as(TestPeople.ADMIN))).hasStatusOk().bodyText()
                .contains("class=\"banner is-bad\"", "The portal stands still: a restore is coming.",
                        "href=\"/settings/recovery\"");
        assertThat(portal.get().uri("/fleet").with(as(TestPeople.VIEWER))).hasStatusOk().bodyText()
                .contains("The portal stands still: a restore is coming.").doesNotContain("/settings/recovery");
    }

    @Test
    void aFormIsRefusedInWordsOnAPage() {
        hold();
        MvcTestResult refused = portal.post().uri("/settings/connections/checks").with(as(TestPeople.ADMIN))
                .with(csrf()).exchange();
        assertThat(refused).hasStatus(503).bodyText().contains("The portal stands still", "a restore is coming.",
                "Workflows that run go on in Argo");
    }

    @Test
    void theWayOutStaysOpenToAdministratorsAlone() {
        hold();
        assertThat(portal.get().uri("/settings/recovery").with(as(TestPeople.ADMIN))).hasStatusOk().bodyText()
                .contains("Let the portal go on", "held by");
        assertThat(portal.post().uri("/settings/recovery/release").param("reason", "mine").with(as(TestPeople.APPROVER))
                .with(csrf())).hasStatus(403);
        assertThat(portal.post().uri("/settings/recovery/choice").param("reason", "x").param("difference", "none")
                .param("choice", "send").with(as(TestPeople.ADMIN)).with(csrf())).hasStatus(404);
    }

    @Test
    void aPortalThatWorksCanBeHeldWithAReason() {
        assertThat(portal.post().uri("/settings/recovery/hold").with(as(TestPeople.ADMIN)).with(csrf())).hasStatus(422);
        assertThat(portal.post().uri("/settings/recovery/hold").param("reason", "soon").with(as(TestPeople.ADMIN))
                .with(csrf())).hasStatus(303).hasHeader("Location", "/settings/recovery");
        assertThat(standstill.isHeld()).isTrue();
        assertThat(portal.post().uri("/settings/recovery/hold").param("reason", "soon").with(as(TestPeople.ADMIN))
                .with(csrf())).hasStatus(409);
    }

    @Test
    void whatWasStillToBeToldOthersIsListedAndDroppedUnlessItIsSent(@Autowired ObjectProvider<SchedulerClient> tasks,
            @Autowired Clock clock) {
        hold();
        for (String message : List.of("first", "second")) {
            database.sql("""
                    insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                    values ('tell-somebody', ?, now() - interval '1 minute', false, 1)
                    """).param(message).update();
        }
        UnsentTasks unsent = new UnsentTasks(database,
                new StaticListableBeanFactory(Map.of("one", new OutwardTask("tell-somebody", "a message")))
                        .getBeanProvider(OutwardTask.class),
                tasks, clock);
        List<Difference> differences = unsent.find();
        assertThat(differences).extracting(Difference::id).containsExactly("task/tell-somebody/first",
                "task/tell-somebody/second");
        assertThat(differences).allSatisfy(one -> assertThat(one.choices().getFirst()).isEqualTo(Choice.DROP));

        unsent.settle(differences.getFirst(), Choice.DROP, "Ada Moreau");
        unsent.settle(differences.getLast(), Choice.SEND, "Ada Moreau");

        assertThat(unsent.find()).extracting(Difference::id).containsExactly("task/tell-somebody/second");
        database.sql("delete from scheduled_tasks where task_name = 'tell-somebody'").update();
    }

    private static void vouchFor(TestPeople who, JdbcClient database) {
        database.sql("""
                insert into known_person (subject, username, name, groups, groups_read_at)
                values (?, ?, ?, ?, now()) on conflict (subject) do update set groups_read_at = now()
                """).params(who.username(), who.username(), who.person().name(),
                who.person().groups().toArray(String[]::new)).update();
    }

    private int status(NewApiToken token) {
        return portal.get().uri("/api/v1/me").header("Authorization", "Bearer " + token.secret()).exchange()
                .getResponse().getStatus();
    }

    @Test
    void afterARestoreSessionsEndAndTokensWaitForAnAdministrator(@Autowired ApiTokens tokens,
            @Autowired FindByIndexNameSessionRepository<? extends Session> sessions,
            @Autowired RestoredCredentials credentials) {
        vouchFor(TestPeople.DEVELOPER, database);
        NewApiToken kept = tokens.create(TestPeople.DEVELOPER.person(), "kept", Set.of(Permission.VIEW),
                Duration.ofDays(1));
        NewApiToken doubted = tokens.create(TestPeople.DEVELOPER.person(), "doubted", Set.of(Permission.VIEW),
                Duration.ofDays(1));
        String session = began(sessions);
        assertThat(status(kept)).isEqualTo(200);

        assertThat(holds.openAfterRestore("older-database", "it is older.", "Tiphys")).isTrue();

        assertThat(sessions.findById(session)).isNull();
        assertThat(status(kept)).isEqualTo(401);
        assertThat(portal.get().uri("/settings/tokens").with(as(TestPeople.DEVELOPER))).bodyText()
                .contains("Suspended since a restore");
        DoubtfulTokens doubtful = new DoubtfulTokens(credentials);
        List<Difference> differences = doubtful.find();
        assertThat(differences).extracting(Difference::subject).containsExactly("doubted of developer",
                "kept of developer");
        doubtful.settle(differences.getFirst(), differences.getFirst().choices().getFirst(), "Ada Moreau");
        doubtful.settle(differences.getLast(), Choice.CONFIRM, "Ada Moreau");
        assertThat(status(kept)).isEqualTo(200);
        assertThat(status(doubted)).isEqualTo(401);
        assertThat(began(sessions)).satisfies(anew -> assertThat(sessions.findById(anew)).isNotNull());
        assertThat(database.sql("select to_value from audit_entry where code = 'recovery.distrusted'")
                .query(String.class).single()).contains("1 sessions ended, 2 tokens suspended");
    }

    private static <S extends Session> String began(FindByIndexNameSessionRepository<S> sessions) {
        S session = sessions.createSession();
        sessions.save(session);
        return session.getId();
    }

    @Test
    void aDatabaseThatIsExchangedUnderARunningPortalIsNoticed(@TempDir Path folder,
            @Autowired ObjectProvider<Comparison> none) {
        FileMarker outside = new FileMarker(folder.resolve("mark"));
        Standstill own = new Standstill();
        MarkWatch watch = new MarkWatch(marks, holds, own, new MarkerPlace(outside), none);
        watch.look();
        watch.look();
        assertThat(own.isHeld()).isFalse();
        long before = outside.read().orElseThrow().sequence();

        database.sql("update portal_mark set sequence = sequence - 1").update();
        watch.look();

        assertThat(own.current()).map(Hold::code).contains("older-database");
        assertThat(outside.read().orElseThrow().sequence()).isEqualTo(before);
    }
}
