package dev.tiphys.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Items that several providers make together.
@ScenarioTest
class CompositeScenariosTest {

    private static final String ENVIRONMENT = "/catalog/items/environments/team-environment";

    private final Story story;

    @Autowired
    CompositeScenariosTest(Story story) {
        this.story = story;
    }

    private Http developer() {
        return story.developer().http();
    }

    private String order(String name) {
        await().atMost(Duration.ofSeconds(60)).until(() -> developer().get(ENVIRONMENT).status() == 200);
        ObjectNode body = JsonMapper.shared().createObjectNode().put("name", name).put("team", "shop");
        body.putObject("values").put("size", "small").put("cpu", "2");
        return developer().post(ENVIRONMENT + "/orders", body.toString()).good().path("id").asString();
    }

    private JsonNode until(String id, Predicate<JsonNode> condition) {
        return await("instance " + id).atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100))
                .until(() -> developer().get("/catalog/instances/" + id).good(), condition);
    }

    private static boolean is(JsonNode instance, String status) {
        return instance.path("status").asString().equals(status);
    }

    private JsonNode trail(String id) {
        String run = developer().get("/catalog/instances/" + id + "/runs").good().path(0).path("id").asString();
        return developer().get("/catalog/instances/" + id + "/runs/" + run + "/trail").good();
    }

    private JsonNode untilTrail(String id, Predicate<JsonNode> condition) {
        return await("trail of " + id).atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100))
                .until(() -> trail(id), condition);
    }

    private static JsonNode part(JsonNode trail, String task) {
        return StreamSupport.stream(trail.path("workflows").spliterator(), false)
                .filter(one -> one.path("task").asString("").equals(task)).findFirst()
                .orElseGet(JsonMapper.shared()::createObjectNode);
    }

    @Test
    void oneProviderFailsAndTheRetryGoesOnFromThere() {
        String id;
        try (FleetLevers.Fault down = story.fleet()
                .fault("{\"kind\": \"answer\", \"path\": \"/provider-api/databases*\", \"status\": 503}")) {
            id = order("team-retry");
            until(id, one -> is(one, "FAILED") && one.path("reason").asString().contains("provider's failure"));
        }
        JsonNode failed = trail(id);
        assertThat(failed.path("run").path("reason").asString()).contains("The step provision of ",
                "-database failed in"
                        + " databases",
                "503");
        assertThat(failed.path("failure").path("blame").asString()).isEqualTo("PROVIDER");
        String namespace = part(failed, "namespace").path("uid").asString();
        assertThat(part(failed, "namespace").path("phase").asString()).isEqualTo("Succeeded");

        Visitor visitor = Visitor.signedIn("developer", story.portal());
        String page = visitor.get("/catalog/instances/" + id).body();
        assertThat(page).contains("Ask for help", "#ask-databases", "It is the provider", "by databases, in databases");
        String run = failed.path("run").path("id").asString();
        developer().post("/catalog/instances/" + id + "/runs/" + run + "/help", "").good();
        assertThat(developer().post("/catalog/instances/" + id + "/runs/" + run + "/help", "").status()).isEqualTo(409);
        await().atMost(Duration.ofSeconds(30)).until(() -> story.fleet().slack("ask-databases"),
                said -> said.contains("team-retry") && said.contains("provision"));
        String log = part(failed, "database").path("steps").path(0).path("id").asString();
        assertThat(developer().get("/catalog/instances/" + id + "/runs/" + run + "/log?step=" + log).good().toString())
                .contains("503");
        assertThat(visitor.get("/catalog/instances/" + id + "/runs/" + run + "/log?step=" + log).body())
                .contains("Log of provision");

        developer().post("/catalog/instances/" + id + "/retry", "").good();
        JsonNode active = until(id, one -> is(one, "ACTIVE"));
        assertThat(active.path("outputs").path("record").asString()).isEqualTo("team-retry.apps.example.com");
        JsonNode well = untilTrail(id, one -> part(one, "dns").path("phase").asString("").equals("Succeeded"));
        assertThat(well.path("attempts").asInt()).isEqualTo(2);
        assertThat(part(well, "namespace").path("uid").asString()).isEqualTo(namespace);
        assertThat(developer().get("/catalog/instances/" + id + "/runs").good()).hasSize(1);
    }

    @Test
    void whoeverStopsItStopsTheChildrenToo() {
        try (FleetLevers.Fault slow = story.fleet()
                .fault("{\"kind\": \"answer\", \"path\": \"/provider-api/databases*\", \"status\": 503}")) {
            String id = order("team-stop");
            untilTrail(id, one -> part(one, "database").path("phase").asString("").equals("Running"));
            Visitor visitor = Visitor.signedIn("developer", story.portal());
            assertThat(visitor.get("/catalog/instances/" + id + "/stop").body()).contains("-database in databases");
            assertThat(visitor.fill("/catalog/instances/" + id + "/stop", "/catalog/instances/" + id + "/stop",
                    Map.of()).statusCode()).isEqualTo(303);
            JsonNode stopped = until(id, one -> is(one, "FAILED")
                    && one.path("reason").asString().contains("stopped it"));
            assertThat(stopped.path("reason").asString()).isEqualTo("Deniz Aksoy stopped it.");
            untilTrail(id, one -> areAllFinished(one));
            assertThat(developer().post("/catalog/instances/" + id + "/stop", "").status()).isEqualTo(409);
        }
    }

    private static boolean areAllFinished(JsonNode trail) {
        return trail.path("workflows").size() > 1 && StreamSupport.stream(trail.path("workflows").spliterator(), false)
                .allMatch(one -> List.of("Succeeded", "Failed", "Error", "Deleted")
                        .contains(one.path("phase").asString("")));
    }

    /// Whatever happens to the parent and whenever it does, no child goes on without it.
    @Test
    void noChildOutlivesItsParent() {
        Random random = new Random(20261127);
        try (FleetLevers.Fault slow = story.fleet()
                .fault("{\"kind\": \"answer\", \"path\": \"/provider-api/databases*\", \"status\": 503}")) {
            List<String> ids = new ArrayList<>();
            IntStream.range(0, 6).forEach(number -> ids.add(order("team-chaos-" + number)));
            for (String id : ids) {
                JsonNode begun = untilTrail(id, one -> one.path("workflows").size() > random.nextInt(2));
                end(id, begun.path("run").path("workflow").asString(), random.nextInt(4));
            }
            for (String id : ids) {
                until(id, one -> is(one, "FAILED"));
                String workflow = trail(id).path("run").path("workflow").asString();
                await("children of " + workflow).atMost(Duration.ofSeconds(60))
                        .until(() -> running(workflow).isEmpty());
            }
        }
    }

    private void end(String id, String workflow, int way) {
        String path = "/api/v1/workflows/environments/" + workflow;
        switch (way) {
            case 0 -> developer().post("/catalog/instances/" + id + "/stop", "").good();
            case 1 -> story.fleet().workflowsAs("admin").put(path + "/terminate", "{}").good();
            case 2 -> story.fleet().workflowsAs("admin").put(path + "/stop", "{}").good();
            default -> story.fleet().deleteWorkflow("environments", workflow);
        }
    }

    private List<String> running(String parent) {
        List<String> running = new ArrayList<>();
        for (String namespace : List.of("namespaces", "databases", "dns")) {
            for (JsonNode one : story.fleet().workflowsAs("admin").get("/api/v1/workflows/" + namespace).good()
                    .path("items")) {
                boolean ours = one.path("metadata").path("labels").path("tiphys.dev/parent-workflow").asString("")
                        .equals(parent);
                if (ours && !one.path("status").path("finishedAt").isString()) {
                    running.add(one.path("metadata").path("name").asString());
                }
            }
        }
        return running;
    }

    @Test
    void aChildThatIsDeletedFailsTheRunInWords() {
        try (FleetLevers.Fault slow = story.fleet()
                .fault("{\"kind\": \"answer\", \"path\": \"/provider-api/databases*\", \"status\": 503}")) {
            String id = order("team-deleted");
            JsonNode begun = untilTrail(id, one -> part(one, "database").path("phase").asString("").equals("Running"));
            story.fleet().deleteWorkflow("databases", part(begun, "database").path("workflow").asString());
            assertThat(until(id, one -> one.path("reason").asString().contains("somebody deleted")).path("reason")
                    .asString()).contains("-database failed in databases", "It is the provider's failure.");
        }
    }
}
