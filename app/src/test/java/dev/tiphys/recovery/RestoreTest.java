package dev.tiphys.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

import dev.tiphys.promotion.PortalProcess;
import dev.tiphys.sandbox.Sandbox;
import dev.tiphys.sandbox.SandboxOptions;
import dev.tiphys.scenario.FleetLevers;
import dev.tiphys.scenario.Http;

/// A database is put back to where it was in the middle of several promotions, while Argo has gone on.
class RestoreTest {

    private final Path backup;
    private final Sandbox sandbox;
    private final FleetLevers fleet;
    private final PortalProcess portal;

    RestoreTest(@TempDir Path folder) throws IOException {
        backup = folder.resolve("backup");
        sandbox = Sandbox.start(SandboxOptions.defaults().atSpeed(40));
        fleet = new FleetLevers(sandbox.endpoints());
        portal = new PortalProcess(folder, sandbox.endpoints().baseUri());
    }

    @AfterEach
    void stopEverything() throws IOException, InterruptedException {
        try {
            portal.stop();
        } finally {
            sandbox.close();
        }
    }

    @Test
    void theRestoredPortalStandsStillListsWhatDiffersAndSendsNothingByItself()
            throws IOException, InterruptedException {
        portal.start();
        String waiting = portal.as("developer").started("checkout", "v5-before", "dev", "stage", "prod-east");
        portal.as("developer").waiting(waiting, "approval");
        String dropped;
        String sent;
        String fish;
        String cat;
        try (FleetLevers.Fault full = fleet.fault("""
                {"kind": "answer", "path": "/workflows/api/v1/workflows/*", "method": "POST", "status": 503}""")) {
            assertThat(full).isNotNull();
            dropped = portal.as("developer").started("payments", "v5-given-up", "dev");
            sent = portal.as("developer").started("catalogue", "v5-sent-on", "dev");
            fish = order("Fish of before");
            cat = order("Cat of before");
            portal.stop();
            copy(portal.database(), backup);

            portal.start();
            portal.as("developer").abort(dropped, "not now").good();
            portal.as("developer").abort(sent, "not now").good();
            portal.as("developer").ended(dropped);
            portal.as("developer").ended(sent);
        }
        portal.as("approver").approve(waiting, "prod-east").good();
        portal.as("developer").ended(waiting);
        String later = portal.as("developer").started("payments", "v5-after", "dev");
        portal.as("developer").ended(later);
        String dog = order("Dog of after");
        List.of(fish, cat, dog).forEach(pet -> stands(pet, "ACTIVE"));
        fleet.deleteWorkflow("pet-store", create(cat));
        List<String> pets = List.of(create(fish), create(cat), create(dog));
        int workflows = fleet.countWorkflows();

        restore();

        JsonNode report = compared();
        assertThat(report.path("hold").path("code").asString()).isEqualTo("older-database");
        assertThat(differences(report)).containsExactlyInAnyOrder("advanced checkout v5-before",
                "unknown-decision checkout v5-before", "unknown-workflow " + workflow(later),
                "unsent payments v5-given-up", "unsent catalogue v5-sent-on",
                "advanced create pet-store/" + pets.get(0), "unsent create pet-store/" + pets.get(1),
                "unknown-workflow pet-store/" + pets.get(2));
        refusesEverybody(waiting);
        assertThat(fleet.countWorkflows()).isEqualTo(workflows);

        letGoOn(sent);

        assertThat(portal.as("developer").ended(waiting).path("phase").asString()).isEqualTo("SUCCEEDED");
        assertThat(portal.as("developer").ended(dropped).path("phase").asString()).isEqualTo("FAILED");
        assertThat(portal.as("developer").ended(sent).path("phase").asString()).isEqualTo("SUCCEEDED");
        assertThat(fleet.workflowsOf(dropped)).isEmpty();
        assertThat(fleet.workflowsOf(waiting)).hasSize(1);
        assertThat(fleet.countWorkflows()).isEqualTo(workflows + 1);
        assertThat(portal.as("admin").http().get("/audit?q=recovery.").good().path("items").toString())
                .contains("recovery.chosen", "recovery.settled", "recovery.released");
        stands(fish, "ACTIVE");
        assertThat(stands(cat, "FAILED").path("reason").asString()).contains("gave it up");
        assertThat(portal.as("developer").http().get("/catalog/instances/" + dog).status()).isEqualTo(404);
        worksOnAfterTheNextStart();
    }

    private String order(String name) {
        Http developer = portal.as("developer").http();
        await("the catalog").atMost(Duration.ofSeconds(60))
                .until(() -> developer.get("/catalog/items/pet-store/pet").status() == 200);
        return developer.post("/catalog/items/pet-store/pet/orders",
                "{\"name\": \"" + name + "\", \"team\": \"shop\", \"values\": {}}").good().path("id").asString();
    }

    private JsonNode stands(String instance, String status) {
        return await(instance).atMost(Duration.ofSeconds(90)).until(
                () -> portal.as("developer").http().get("/catalog/instances/" + instance).good(),
                now -> now.path("status").asString().equals(status));
    }

    private String create(String instance) {
        return portal.as("developer").http().get("/catalog/instances/" + instance + "/runs").good().path(0)
                .path("workflow").asString();
    }

    private void restore() throws IOException, InterruptedException {
        portal.stop();
        FileSystemUtils.deleteRecursively(portal.database());
        copy(backup, portal.database());
        portal.start();
    }

    // With its rights: PostgreSQL takes no folder that others may read.
    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private JsonNode report() {
        return portal.as("admin").http().get("/recovery").good();
    }

    private JsonNode compared() {
        return await("the comparison").atMost(Duration.ofSeconds(60)).until(this::report,
                report -> !report.path("comparedAt").isNull());
    }

    private static List<String> differences(JsonNode report) {
        List<String> all = new ArrayList<>();
        report.path("differences").forEach(difference -> all
                .add(difference.path("kind").asString() + " " + difference.path("subject").asString()));
        return all;
    }

    private String workflow(String promotion) {
        return fleet.workflowsOf(promotion).getFirst().path("metadata").path("name").asString();
    }

    private void refusesEverybody(String waiting) {
        Http.Answer start = portal.as("developer").start("payments", "v5-held", "dev");
        assertThat(start.status()).isEqualTo(503);
        assertThat(start.detail()).startsWith("The portal stands still: The database is as of ");
        assertThat(portal.as("approver").approve(waiting, "prod-east").status()).isEqualTo(503);
        assertThat(portal.as("admin").http().post("/tokens", "{}").status()).isEqualTo(503);
        assertThat(portal.as("developer").http().get("/promotions").status()).isEqualTo(200);
        assertThat(portal.as("developer").http().get("/recovery").status()).isEqualTo(403);
        assertThat(portal.as("developer").http().post("/recovery/release", "{\"reason\": \"mine\"}").status())
                .isEqualTo(403);
        assertThat(new Http(portal.address(), java.util.Map.of()).get("/actuator/health/readiness").status())
                .isEqualTo(200);
    }

    private void letGoOn(String sent) {
        Http admin = portal.as("admin").http();
        assertThat(admin.post("/recovery/release", "{\"reason\": \" \"}").status()).isEqualTo(422);
        assertThat(admin.post("/recovery/choice",
                "{\"difference\": \"submit/" + sent + "\", \"choice\": \"accept\", \"reason\": \"why not\"}").status())
                .isEqualTo(422);
        admin.post("/recovery/choice", "{\"difference\": \"submit/" + sent
                + "\", \"choice\": \"send\", \"reason\": \"still wanted\"}").good();
        assertThat(
                admin.post("/recovery/release", "{\"reason\": \"looked at all of it\"}").good().path("hold").isNull())
                .isTrue();
        assertThat(admin.post("/recovery/release", "{\"reason\": \"again\"}").status()).isEqualTo(409);
    }

    private void worksOnAfterTheNextStart() throws IOException, InterruptedException {
        portal.stop();
        portal.start();
        assertThat(report().path("hold").isNull()).isTrue();
        assertThat(portal.as("developer").plan("payments", "v5-held", "dev").status()).isEqualTo(200);
    }

    @Test
    void itCanBeStartedToStandStillAndNoticesAnEmptyDatabaseInTheOldOnesPlace()
            throws IOException, InterruptedException {
        portal.start("--tiphys.recovery.start-held=true");
        Http admin = portal.as("admin").http();
        assertThat(report().path("hold").path("code").asString()).isEqualTo("on-purpose");
        assertThat(portal.as("developer").start("payments", "v5-held", "dev").status()).isEqualTo(503);
        admin.post("/recovery/release", "{\"reason\": \"all is well\"}").good();
        admin.post("/recovery/hold", "{\"reason\": \"a restore is coming\"}").good();
        assertThat(portal.as("developer").start("payments", "v5-held", "dev").detail())
                .contains("a restore is coming");
        admin.post("/recovery/release", "{\"reason\": \"it was put off\"}").good();

        String known = portal.as("developer").started("payments", "v5-lost", "dev");
        portal.as("developer").ended(known);
        portal.stop();
        portal.start("--fresh");

        assertThat(report().path("hold").path("code").asString()).isEqualTo("other-database");
        assertThat(differences(compared())).containsExactly("unknown-workflow " + workflow(known));
    }
}
