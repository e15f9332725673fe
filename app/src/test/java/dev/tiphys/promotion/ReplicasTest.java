package dev.tiphys.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.tiphys.hostile.Caller;
import dev.tiphys.sandbox.Sandbox;
import dev.tiphys.sandbox.SandboxOptions;
import dev.tiphys.scenario.FleetLevers;
import dev.tiphys.scenario.PortalApi;
import dev.tiphys.testing.TestPostgres;

/// Two portals on one PostgreSQL, beside one fleet: people may come to either, and either may die.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(240)
class ReplicasTest {

    private static final Duration SOON = Duration.ofSeconds(1);

    private final Sandbox sandbox;
    private final FleetLevers fleet;
    private final Replica first;
    private final Replica second;
    private String developer = "";
    private String approver = "";
    private String admin = "";

    ReplicasTest(@TempDir Path folder) throws IOException {
        TestPostgres.Database database = TestPostgres.fresh();
        sandbox = Sandbox.start(SandboxOptions.defaults().atSpeed(40));
        fleet = new FleetLevers(sandbox.endpoints());
        first = new Replica(folder, sandbox, database);
        second = new Replica(folder, sandbox, database);
    }

    @BeforeAll
    void startBoth() throws IOException {
        first.begin();
        second.begin();
        first.awaitReady();
        second.awaitReady();
        developer = first.tokenOf("developer");
        approver = second.tokenOf("approver");
        admin = first.tokenOf("admin");
    }

    @AfterAll
    void stopEverything() throws InterruptedException {
        try {
            first.kill();
            second.kill();
        } finally {
            sandbox.close();
        }
    }

    @Test
    @Order(1)
    void aDecisionOnOneShowsOnTheOtherAndTheOtherCarriesOnAlone() throws Exception {
        PortalApi here = first.api("developer", developer);
        PortalApi there = second.api("developer", developer);
        String id = here.started("catalogue", "v5-both", "dev", "stage", "prod-east");
        there.waiting(id, "approval");
        try (LiveEar ear = new LiveEar(second.address(), Caller.browser(second.address(), "viewer"));
                FleetLevers.Fault fault = fleet.fault("""
                        {"kind": "answer", "path": "/workflows/*", "method": "PUT", "status": 503}""")) {
            assertThat(fault).isNotNull();
            Duration taken = ear.from(() -> first.api("approver", approver).approve(id, "prod-east").good(),
                    "promotion-" + id);
            assertThat(taken).as("until the other replica's pages hear of it").isLessThan(SOON);
            assertThat(there.promotion(id).path("waitingFor").path("code").asString()).isEqualTo("applying");
            assertThat(second.api("approver", approver).approve(id, "prod-east").status()).isEqualTo(409);
            first.kill();
        }
        assertThat(there.ended(id).path("phase").asString()).isEqualTo("SUCCEEDED");
        assertThatAllHappenedOnce(id, "promotion.approval-approve");
    }

    @Test
    @Order(2)
    void whatOneBeganAndDiedOfTheOtherDoes() throws Exception {
        first.begin();
        first.awaitReady();
        int before = fleet.countWorkflows();
        second.dieAt(Milestone.Point.AFTER_COMMIT);
        try {
            second.api("developer", developer).start("payments", "v5-orphan", "dev");
        } catch (UncheckedIOException cutOff) {
            assertThat(cutOff).hasMessageContaining("was not answered");
        }
        second.awaitDeath();
        PortalApi here = first.api("developer", developer);
        String id = here.http().get("/promotions?service=payments").good().path("items").path(0).path("id").asString();
        assertThat(here.ended(id).path("phase").asString()).isEqualTo("SUCCEEDED");
        assertThat(fleet.countWorkflows()).isEqualTo(before + 1);
        assertThatAllHappenedOnce(id, "promotion.started");
    }

    private void assertThatAllHappenedOnce(String id, String decided) {
        assertThat(fleet.workflowsOf(id)).hasSize(1);
        JsonNode record = survivor().audit(id);
        for (String code : List.of("promotion.started", "promotion.submitted", "promotion.succeeded", decided)) {
            assertThat(record.valueStream().filter(row -> row.path("code").asString().equals(code))
                    .filter(row -> row.path("outcome").asString().equals("DONE"))).as(code).hasSize(1);
        }
        org.awaitility.Awaitility.await("the message in Slack").atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(messagesAbout(id)).isEqualTo(1));
    }

    private long messagesAbout(String id) {
        JsonNode all = JsonMapper.shared().readTree(fleet.slack("deploys"));
        JsonNode messages = all.isArray() ? all : all.path("messages");
        return messages.valueStream().filter(message -> message.toString().contains(id)).count();
    }

    private PortalApi survivor() {
        PortalApi one = first.api("admin", admin);
        try {
            one.http().get("/me");
            return one;
        } catch (UncheckedIOException dead) {
            return second.api("admin", admin);
        }
    }
}
