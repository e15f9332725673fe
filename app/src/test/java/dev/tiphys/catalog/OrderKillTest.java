package dev.tiphys.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import dev.tiphys.promotion.PortalProcess;
import dev.tiphys.sandbox.Sandbox;
import dev.tiphys.sandbox.SandboxOptions;
import dev.tiphys.scenario.FleetLevers;
import dev.tiphys.scenario.Http;

/// Orders while the portal is killed at every point, and while everything else goes wrong by a seed: none is lost, none
/// is carried out twice, and each ends in a state that is true.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderKillTest {

    private static final String NAMESPACE = "pet-store";
    private static final String WORKFLOWS = "/api/v1/workflows/" + NAMESPACE;
    private static final long SEED = Long.getLong("chaos.seed", 5);
    private static final int ORDERS = Integer.getInteger("chaos.orders", 24);
    private static final List<String> FAULTS = List.of(
            "\"kind\": \"delay\", \"path\": \"/workflows/*\", \"latency\": \"700ms\", \"times\": 6",
            "\"kind\": \"answer\", \"path\": \"/workflows/api/v1/workflows/*\", \"status\": 503, \"times\": 5",
            "\"kind\": \"answer\", \"path\": \"/workflows/*\", \"status\": 500, \"times\": 3",
            "\"kind\": \"answer\", \"path\": \"/workflows/api/v1/workflows/*\", \"method\": \"POST\", \"status\": 403, \"times\": 2",
            "\"kind\": \"hang-up\", \"path\": \"/workflows/api/v1/workflows/*\", \"times\": 3",
            "\"kind\": \"lose-answer\", \"path\": \"/workflows/api/v1/workflows/*\", \"method\": \"POST\", \"times\": 2",
            "\"kind\": \"lose-events\", \"path\": \"/workflows/api/v1/workflow-events/*\", \"for\": \"30s\"");

    private final Sandbox sandbox;
    private final FleetLevers fleet;
    private final PortalProcess portal;

    OrderKillTest(@TempDir Path folder) throws IOException {
        sandbox = Sandbox.start(SandboxOptions.defaults().atSpeed(40));
        fleet = new FleetLevers(sandbox.endpoints());
        portal = new PortalProcess(folder, sandbox.endpoints().baseUri());
    }

    @BeforeAll
    void offer() throws IOException {
        offer("create", """
                {"name": "instance-name"}, {"name": "wish", "enum": ["good", "bad"], "value": "good"}""");
        offer("delete", "");
        portal.start();
        await("the item").atMost(Duration.ofMinutes(1)).until(() -> api().get(item()).status() == 200);
    }

    private void offer(String action, String parameters) {
        String template = """
                {"template": {"metadata": {"name": "moth-%1$s", "namespace": "pet-store",
                  "labels": {"tiphys.dev/item": "moth", "tiphys.dev/action": "%1$s", "tiphys.dev/lifecycle": "published"},
                  "annotations": {"tiphys.dev/item-definition": "concurrency: 5"}},
                 "spec": {"entrypoint": "main", "arguments": {"parameters": [%2$s]}, "templates": [
                  {"name": "main", "steps": [[{"name": "bad", "template": "bad", "when": "'%3$s' == 'bad'"}],
                    [{"name": "good", "template": "good"}]]},
                  {"name": "good", "metadata": {"annotations": {"sandbox.tiphys.dev/duration": "20s"}},
                   "container": {"image": "alpine:3.22", "command": ["true"]}},
                  {"name": "bad", "metadata": {"annotations": {"sandbox.tiphys.dev/duration": "2s",
                   "sandbox.tiphys.dev/exit-code": "10"}}, "container": {"image": "alpine:3.22", "command": ["false"]}}]}}}
                """.formatted(action, parameters, action.equals("create") ? "{{workflow.parameters.wish}}" : "good");
        argo().post("/api/v1/workflow-templates/" + NAMESPACE, template).good();
    }

    @AfterAll
    void stopEverything() throws IOException, InterruptedException {
        try {
            portal.stop();
        } finally {
            sandbox.close();
        }
    }

    private Http argo() {
        return fleet.workflowsAs("admin");
    }

    private Http api() {
        return portal.developer().http();
    }

    private static String item() {
        return "/catalog/items/" + NAMESPACE + "/moth";
    }

    private Http.Answer order(String name, String wish) {
        return api().post(item() + "/orders",
                "{\"name\": \"" + name + "\", \"team\": \"shop\", \"values\": {\"wish\": \""
                        + wish + "\"}}",
                "Idempotency-Key", "order-" + name.replace(" ", "-"));
    }

    private List<JsonNode> workflowsOf(String instance) {
        return argo().get(WORKFLOWS).good().path("items").valueStream()
                .filter(one -> one.path("metadata").path("labels").path("tiphys.dev/instance").asString("")
                        .equals(instance))
                .toList();
    }

    private JsonNode ended(String id) {
        return await("order " + id).atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(200))
                .until(() -> api().get("/catalog/instances/" + id).good(),
                        seen -> List.of("SUCCEEDED", "FAILED").contains(seen.path("lastPhase").asString()));
    }

    @Test
    void anOrderOutlivesThePortalAtEveryPoint() throws IOException, InterruptedException {
        for (RunMilestone.Point point : RunMilestone.Point.values()) {
            String name = "killed " + point.name().toLowerCase(Locale.ROOT);
            portal.start();
            portal.dieAt(CatalogKiller.name(point));
            try {
                order(name, "good");
            } catch (UncheckedIOException cutOff) {
                assertThat(cutOff).hasMessageContaining("was not answered");
            }
            assertThat(portal.exitCode()).as("%s", point).isEqualTo(137);
            portal.start();
            await("the item").atMost(Duration.ofMinutes(1)).until(() -> api().get(item()).status() == 200);

            String id = order(name, "good").good().path("id").asString();
            JsonNode end = ended(id);
            assertThat(end.path("status").asString()).as("%s: %s", point, end).isEqualTo("ACTIVE");
            assertThat(workflowsOf(id)).as("%s", point).hasSize(1);
            assertThat(api().get("/catalog/instances?q=" + name.replace(" ", "%20")).good().path("total").asInt())
                    .as("%s", point).isOne();
        }
    }

    @Test
    void whateverGoesWrongEachOrderEndsInAStateThatIsTrue() throws IOException, InterruptedException {
        Random random = new Random(SEED);
        portal.start();
        await("the item").atMost(Duration.ofMinutes(1)).until(() -> api().get(item()).status() == 200);
        Map<String, String> wishes = new LinkedHashMap<>();
        Set<String> disturbed = new HashSet<>();
        Set<String> deleted = new HashSet<>();
        List<FleetLevers.Fault> faults = new ArrayList<>();
        try {
            orderAmidChaos(random, wishes, disturbed, deleted, faults);
        } finally {
            faults.forEach(FleetLevers.Fault::close);
        }
        portal.start();
        await("the item").atMost(Duration.ofMinutes(1)).until(() -> api().get(item()).status() == 200);
        wishes.forEach((name, wish) -> {
            String id = order(name, wish).good().path("id").asString();
            judge(name, wish, ended(id), disturbed, deleted);
        });
        assertThat(api().get("/catalog/instances?q=chaos&size=500").good().path("total").asInt())
                .as("seed %d", SEED).isEqualTo(ORDERS);
    }

    private void orderAmidChaos(Random random, Map<String, String> wishes, Set<String> disturbed, Set<String> deleted,
            List<FleetLevers.Fault> faults) throws IOException, InterruptedException {
        for (int i = 0; i < ORDERS; i++) {
            String name = "chaos " + i;
            wishes.put(name, random.nextInt(6) == 0 ? "bad" : "good");
            try {
                order(name, wishes.getOrDefault(name, ""));
            } catch (UncheckedIOException cutOff) {
                portal.start();
            }
            switch (random.nextInt(9)) {
                case 0, 1, 2 -> faults.add(fleet.fault("{" + FAULTS.get(random.nextInt(FAULTS.size())) + "}"));
                case 3 -> fleet.cutStreams("/workflows/*");
                case 4 -> disturb(random, "terminate", disturbed);
                case 5 -> disturb(random, "stop", disturbed);
                case 6 -> disturb(random, "delete", deleted);
                case 7 -> {
                    if (random.nextInt(3) == 0) {
                        portal.fail();
                        portal.start();
                    }
                }
                default -> Thread.onSpinWait();
            }
        }
    }

    private void judge(String name, String wish, JsonNode end, Set<String> disturbed, Set<String> deleted) {
        String id = end.path("id").asString();
        List<JsonNode> workflows = workflowsOf(id);
        String what = "seed " + SEED + ", " + name + ", " + end;
        assertThat(workflows).as(what).hasSizeLessThanOrEqualTo(1);
        if (deleted.contains(id)) {
            assertThat(workflows).as("it is not carried out a second time: " + what).isEmpty();
        }
        boolean well = !workflows.isEmpty()
                && workflows.getFirst().path("status").path("phase").asString().equals("Succeeded");
        boolean known = workflows.isEmpty() && end.path("status").asString().equals("ACTIVE") && deleted.contains(id);
        assertThat(end.path("status").asString()).as(what).isEqualTo(well || known ? "ACTIVE" : "FAILED");
        if (!disturbed.contains(id) && !deleted.contains(id)) {
            assertThat(well).as(what).isEqualTo(wish.equals("good"));
        } else if (!well && !known) {
            assertThat(end.path("reason").asString()).as(what).isNotEmpty();
        }
    }

    // One that runs, by the seed; a fault may keep even that from happening.
    private void disturb(Random random, String verb, Set<String> whom) {
        int choice = random.nextInt(1000);
        try {
            List<JsonNode> running = argo().get(WORKFLOWS).json().path("items").valueStream()
                    .filter(one -> one.path("metadata").path("name").asString("").startsWith("moth"))
                    .filter(one -> one.path("status").path("finishedAt").asString("").isEmpty()).toList();
            if (running.isEmpty()) {
                return;
            }
            JsonNode one = running.get(choice % running.size()).path("metadata");
            if (!verb.equals("delete") || isHeardOf(one.path("labels").path("tiphys.dev/instance").asString())) {
                whom.add(one.path("labels").path("tiphys.dev/instance").asString());
                disturb(WORKFLOWS + "/" + one.path("name").asString(), verb);
            }
        } catch (UncheckedIOException lost) {
            assertThat(lost).hasMessageContaining("was not answered");
        }
    }

    // What is deleted before the portal has heard of it is created again; nobody could tell that it had been there.
    private boolean isHeardOf(String instance) {
        return api().get("/catalog/instances/" + instance).json().path("lastPhase").asString("").equals("RUNNING");
    }

    private void disturb(String path, String verb) {
        if (verb.equals("delete")) {
            argo().delete(path);
        } else {
            argo().put(path + "/" + verb, "{}");
        }
    }
}
