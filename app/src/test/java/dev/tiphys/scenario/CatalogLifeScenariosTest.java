package dev.tiphys.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.SandboxEndpoints;

/// What becomes of instances after their order: a provider publishes an item that says everything about it, by applying
/// templates and a sheet.
@ScenarioTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CatalogLifeScenariosTest {

    private static final String KENNELS = "/catalog/items/pet-store/kennel";
    private static final String TEMPLATES = "/apis/argoproj.io/v1alpha1/namespaces/pet-store/workflowtemplates";
    private static final String SHEET = """
            title: Kennel
            ttl: {preset: 30d, longest: 90d, warning: 3d}
            undo: {paint: paint}
            secrets: [key]
            """;

    private final Story story;
    private final Http cluster;

    @Autowired
    CatalogLifeScenariosTest(Story story, Environment environment) {
        this.story = story;
        String page = environment.getRequiredProperty("tiphys.sandbox.page");
        SandboxEndpoints sandbox = new SandboxEndpoints(
                URI.create(page.substring(0, page.length() - "/sandbox".length())));
        this.cluster = Http.as(sandbox.kubeUrl("hub"), SandboxEndpoints.KUBERNETES_TOKEN);
    }

    @BeforeAll
    void publish() {
        for (String version : new String[]{"1", "2"}) {
            template("create", version, Map.of("size", "small"), Map.of("key", "kennel-key"));
            template("paint", version, Map.of("colour", ""), Map.of("colour", "{{workflow.parameters.colour}}"));
            template("delete", version, Map.of(), Map.of());
            template("read", version, Map.of("dogs", "0"), Map.of("exists", "false", "reason", "It burnt down."));
            template("discover", version, Map.of(), Map.of("resources",
                    "[{\"name\": \"Old Oak\", \"dogs\": 7}, {\"name\": \"Nameless\", \"owner\": \"shop\"}]"));
            sheet(version, SHEET + (version.equals("1") ? "upgrade: {by: 2020-01-01, reason: The roof leaks.}" : ""));
        }
        template("update", "2", Map.of("roof", ""), Map.of("roof", "{{workflow.parameters.roof}}"));
        cluster.post("/api/v1/namespaces/pet-store/secrets", """
                {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "kennel-key", "namespace": "pet-store"},
                 "data": {"password": "d29vZg=="}}""").good();
        await().atMost(Duration.ofSeconds(60)).until(() -> provider().get(KENNELS).status() == 200
                && provider().get(KENNELS).text().contains("update"));
    }

    private void template(String action, String version, Map<String, String> parameters,
            Map<String, String> outputs) {
        ObjectNode template = JsonMapper.shared().createObjectNode().put("apiVersion", "argoproj.io/v1alpha1")
                .put("kind", "WorkflowTemplate");
        ObjectNode meta = template.putObject("metadata").put("name", "kennel-" + action + "-" + version)
                .put("namespace", "pet-store");
        meta.putObject("labels").put("tiphys.dev/item", "kennel").put("tiphys.dev/action", action)
                .put("tiphys.dev/lifecycle", "published").put("tiphys.dev/item-version", version);
        ObjectNode spec = template.putObject("spec").put("entrypoint", "main");
        ArrayNode asked = spec.putObject("arguments").putArray("parameters");
        parameters.forEach((name, preset) -> {
            ObjectNode parameter = asked.addObject().put("name", name);
            if (!preset.isEmpty()) {
                parameter.put("value", preset);
            }
        });
        ObjectNode main = spec.putArray("templates").addObject().put("name", "main");
        ObjectNode played = main.putObject("metadata").putObject("annotations").put("sandbox.tiphys.dev/duration",
                "2s");
        outputs.forEach((name, value) -> played.put("sandbox.tiphys.dev/output." + name, value));
        main.putObject("container").put("image", "alpine:3.22").putArray("command").add("true");
        ArrayNode given = main.putObject("outputs").putArray("parameters");
        outputs.keySet().forEach(name -> given.addObject().put("name", name).put("globalName", name)
                .putObject("valueFrom").put("path", "/tmp/" + name));
        cluster.post(TEMPLATES, template.toString()).good();
    }

    private void sheet(String version, String yaml) {
        ObjectNode map = JsonMapper.shared().createObjectNode().put("apiVersion", "v1").put("kind", "ConfigMap");
        map.putObject("metadata").put("name", "kennel-" + version).put("namespace", "pet-store").putObject("labels")
                .put("tiphys.dev/item", "kennel").put("tiphys.dev/item-version", version);
        map.putObject("data").put("item.yaml", yaml);
        cluster.post("/api/v1/namespaces/pet-store/configmaps", map.toString()).good();
    }

    private Http developer() {
        return story.developer().http();
    }

    private Http provider() {
        return story.as("provider").http();
    }

    private static String at(String id) {
        return "/catalog/instances/" + id;
    }

    private JsonNode until(String id, Predicate<JsonNode> condition) {
        return await("instance " + id).atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200))
                .until(() -> provider().get(at(id)).good(), condition);
    }

    private JsonNode until(String id, String status) {
        return until(id, instance -> instance.path("status").asString().equals(status));
    }

    private String ordered(String name) {
        String id = developer().post(KENNELS + "/orders", JsonMapper.shared().createObjectNode().put("name", name)
                .put("team", "shop").put("keepFor", "7d").toString()).good().path("id").asString();
        until(id, "ACTIVE");
        return id;
    }

    @Test
    void aKennelIsPaintedRepaintedAndGoneWhenItBurnsDown() {
        String id = ordered("Doghouse");
        JsonNode life = developer().get(at(id) + "/life").good();
        assertThat(life.path("expiresAt").asString()).isNotEmpty();
        developer().post(at(id) + "/expiry", "{\"keepFor\": \"90d\"}").good();
        assertThat(developer().post(at(id) + "/expiry", "{\"keepFor\": \"91d\"}").status()).isEqualTo(422);

        for (String colour : new String[]{"red", "blue"}) {
            developer().post(at(id) + "/actions/paint", "{\"values\": {\"colour\": \"" + colour + "\"}}").good();
            until(id, kennel -> kennel.path("outputs").path("colour").asString("").equals(colour)
                    && kennel.path("status").asString().equals("ACTIVE"));
        }
        developer().post(at(id) + "/undo", "").good();
        until(id, kennel -> kennel.path("outputs").path("colour").asString().equals("red"));
        until(id, "ACTIVE");

        provider().post(at(id) + "/read", "{\"outputs\": {\"dogs\": \"3\"}}").good();
        assertThat(developer().get(at(id)).good().path("outputs").path("dogs").asString()).isEqualTo("3");
        assertThat(developer().post(at(id) + "/read", "{\"exists\": false}").status()).isEqualTo(403);
        developer().post(at(id) + "/read", "").good();
        assertThat(until(id, "GONE").path("reason").asString()).isEqualTo("It burnt down.");
        Visitor visitor = Visitor.signedIn("developer", story.portal());
        assertThat(visitor.get(at(id)).body()).contains("It is gone.", "It burnt down.");
    }

    @Test
    void aSecretIsShownOnceToItsOwnersAndNobodyElse() {
        String id = ordered("Safe");
        Visitor visitor = Visitor.signedIn("developer", story.portal());
        assertThat(visitor.get(at(id)).body()).contains("Reveal key").doesNotContain("woof");
        assertThat(developer().post(at(id) + "/secrets/key", "").detail())
                .contains("has no label tiphys.dev/instance with the id of this instance");
        cluster.post("/api/v1/namespaces/pet-store/secrets", """
                {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "key-of-safe", "namespace": "pet-store",
                 "labels": {"tiphys.dev/instance": "%s"}}, "data": {"password": "d29vZg=="}}""".formatted(id)).good();
        provider().post(at(id) + "/read", "{\"outputs\": {\"key\": \"key-of-safe\"}}").good();
        HttpResponse<String> secret = visitor.fill(at(id), at(id) + "/secrets/key", Map.of());
        assertThat(secret.body()).contains("password", "woof");
        assertThat(secret.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(developer().post(at(id) + "/secrets/key", "").good().path("password").asString())
                .isEqualTo("woof");
        assertThat(provider().post(at(id) + "/secrets/key", "").status()).isEqualTo(403);
        assertThat(story.as("admin").audit(id).toString()).contains("catalog.revealed").doesNotContain("woof");
    }

    @Test
    void anotherTeamAcceptsWhatItIsOffered() {
        String id = ordered("Heirloom");
        Visitor visitor = Visitor.signedIn("developer", story.portal());
        assertThat(visitor.fill(at(id), at(id) + "/transfer", Map.of("team", "payments", "note", "Yours")).statusCode())
                .isEqualTo(303);
        assertThat(visitor.get("/catalog/transfers").body()).contains("Heirloom", "Accept", "Yours");
        String offer = developer().get("/catalog/transfers").good().path("items").path(0).path("id").asString();
        assertThat(visitor.fill("/catalog/transfers", "/catalog/transfers/" + offer + "/acceptance", Map.of())
                .statusCode()).isEqualTo(303);
        assertThat(developer().get(at(id)).good().path("team").asString()).isEqualTo("payments");
    }

    @Test
    void aProviderAdoptsWhatItFinds() {
        Visitor visitor = Visitor.signedIn("provider", story.portal());
        String adopt = KENNELS + "/adoption";
        assertThat(visitor.fill(adopt, adopt, Map.of("table", "name,owner\nCsv One,shop\nCsv Two,ghosts", "preview",
                "true")).body()).contains("1 of 2 can be adopted", "There is no team ghosts", "Adopt 1");
        assertThat(visitor.fill(adopt, adopt, Map.of("table", "name,owner\nCsv One,shop\nCsv Two,ghosts")).body())
                .contains("1 of 2 were adopted");

        provider().post(KENNELS + "/discovery", "").good();
        await().atMost(Duration.ofSeconds(60)).until(() -> provider().get(KENNELS + "/discovery").good()
                .path("unknown").size() == 2);
        assertThat(visitor.fill(adopt, adopt + "/found", Map.of("name", "Old Oak", "owner", "payments")).body())
                .contains("1 of 1 were adopted");
        assertThat(developer().post(KENNELS + "/adoptions", "{\"resources\": [{\"name\": \"Mine\"}]}").status())
                .isEqualTo(403);
        assertThat(provider().post(KENNELS + "/adoptions", "{\"resources\": [{\"name\": \"Old oak\"}]}").good().path(0)
                .path("problem").asString()).contains("already");

        assertThat(visitor.get(KENNELS + "/upgrades").body()).contains("as new as it can be");
    }
}
