package dev.tiphys.sandbox.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.Http;
import dev.tiphys.sandbox.Sandbox;
import dev.tiphys.sandbox.SandboxOptions;
import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.kube.Kind;
import dev.tiphys.sandbox.workflows.engine.Subscriptions;
import dev.tiphys.sandbox.workflows.lint.SpecLinter;

/// What `examples/providers` offers really runs here, and what it does can be seen at the providers' systems.
class ExampleProvidersTest {

    private static final Sandbox SANDBOX = started();

    private static Sandbox started() {
        try {
            return Sandbox.start(SandboxOptions.defaults().atSpeed(200));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @AfterAll
    static void stop() {
        SANDBOX.close();
    }

    private static ObjectNode run(String namespace, String template, String name, Map<String, String> values) {
        ObjectNode workflow = JsonMapper.shared().createObjectNode().put("apiVersion", "argoproj.io/v1alpha1")
                .put("kind", "Workflow");
        workflow.putObject("metadata").put("name", name).put("namespace", namespace);
        ObjectNode spec = workflow.putObject("spec");
        spec.putObject("workflowTemplateRef").put("name", template);
        ArrayNode parameters = spec.putObject("arguments").putArray("parameters");
        values.forEach((key, value) -> parameters.addObject().put("name", key).put("value", value));
        SANDBOX.world().store().create(World.HUB, workflow);
        return await(namespace, name, done -> done.path("status").has("finishedAt")
                && done.path("status").path("finishedAt").isString());
    }

    private static ObjectNode await(String namespace, String name, Predicate<ObjectNode> wanted) {
        CompletableFuture<ObjectNode> found = new CompletableFuture<>();
        AutoCloseable watch = SANDBOX.world().store().watch(World.HUB, Kind.WORKFLOW, event -> {
            JsonNode meta = event.object().path("metadata");
            if (meta.path("name").asString("").equals(name) && meta.path("namespace").asString("").equals(namespace)
                    && wanted.test(event.object())) {
                found.complete(event.object().deepCopy());
            }
        });
        SANDBOX.world().store().find(World.HUB, Kind.WORKFLOW, namespace, name).filter(wanted)
                .ifPresent(found::complete);
        try {
            return found.get(30, TimeUnit.SECONDS);
        } catch (Exception never) {
            throw new AssertionError(SANDBOX.world().store().find(World.HUB, Kind.WORKFLOW, namespace, name).toString(),
                    never);
        } finally {
            Subscriptions.end(watch);
        }
    }

    private static Map<String, String> outputs(JsonNode workflow) {
        assertThat(workflow.path("status").path("phase").asString("")).as(workflow.path("status").toString())
                .isEqualTo("Succeeded");
        Map<String, String> outputs = new HashMap<>();
        workflow.path("status").path("outputs").path("parameters").forEach(one -> outputs
                .put(one.path("name").asString(""), one.path("value").asString("")));
        return outputs;
    }

    private static String reason(JsonNode workflow) {
        StringBuilder all = new StringBuilder();
        workflow.path("status").path("nodes").forEach(node -> node.path("outputs").path("parameters").forEach(one -> {
            if (!node.path("type").asString("").equals("Pod")) {
                return;
            }
            if (one.path("name").asString("").equals("reason")) {
                all.append(one.path("value").asString(""));
            }
        }));
        return all.toString();
    }

    private static JsonNode made(String kind, String id) throws Exception {
        JsonNode all = Http.read(Http.get(SANDBOX.endpoints().providerApi().toString())).path(kind);
        for (JsonNode one : all) {
            if (one.path("id").asString("").equals(id)) {
                return one;
            }
        }
        return JsonMapper.shared().createObjectNode();
    }

    @Test
    void theLinterOfTheServerFindsNothing() {
        SpecLinter linter = new SpecLinter(SANDBOX.world());
        assertThat(SANDBOX.world().store().list(World.HUB, Kind.WORKFLOW_TEMPLATE, "")).hasSizeGreaterThan(20)
                .allSatisfy(template -> assertThat(linter.templateProblem(template,
                        template.path("metadata").path("namespace").asString(""))).isEmpty());
    }

    @Test
    void aPetIsAdoptedFedRenamedAndReleased() throws Exception {
        Map<String, String> pet = outputs(run("pet-store", "pet-create", "adopt-1",
                Map.of("instance-id", "p1", "instance-name", "Rex \"; rm -rf /", "species", "Dog")));
        assertThat(pet).containsEntry("home", "https://pets.example/p1").containsEntry("mood", "hungry");
        assertThat(outputs(run("pet-store", "pet-feed", "feed-1", Map.of("instance-id", "p1", "meal", "salmon"))))
                .containsEntry("mood", "happy");
        JsonNode spat = run("pet-store", "pet-feed", "feed-2", Map.of("instance-id", "p1", "meal", "chocolate"));
        assertThat(reason(spat)).isEqualTo("Pets do not take chocolate.");
        run("pet-store", "pet-rename", "rename-1", Map.of("instance-id", "p1", "name", "Max"));
        assertThat(outputs(run("pet-store", "pet-read", "read-1", Map.of("instance-id", "p1"))))
                .containsEntry("meal", "salmon");
        assertThat(made("pets", "p1").path("name").asString()).isEqualTo("Max");
        assertThat(Http.get(SANDBOX.endpoints().providersPage().toString()).body()).contains("p1", "Max");
        outputs(run("pet-store", "pet-delete", "delete-1", Map.of("instance-id", "p1")));
        assertThat(made("pets", "p1").isEmpty()).isTrue();
    }

    @Test
    void theCredentialsOfADatabaseAreInASecretOnly() {
        JsonNode workflow = run("databases", "postgres-create", "db-1",
                Map.of("instance-id", "d1", "instance-name", "ledger", "size", "small"));
        assertThat(outputs(workflow)).containsEntry("credentials", "postgres-d1").containsEntry("endpoint",
                "d1.databases.example");
        String password = new String(Base64.getDecoder().decode(SANDBOX.world().store()
                .get(World.HUB, Kind.SECRET, "databases", "postgres-d1").path("data").path("password").asString()),
                StandardCharsets.UTF_8);
        assertThat(password).hasSize(36);
        assertThat(workflow.toString()).doesNotContain(password);

        outputs(run("databases", "postgres-delete", "db-2", Map.of("instance-id", "d1")));
        assertThat(SANDBOX.world().store().find(World.HUB, Kind.SECRET, "databases", "postgres-d1")).isEmpty();
        assertThat(reason(run("databases", "postgres-create", "db-3",
                Map.of("instance-id", "d2", "instance-name", "big", "size", "large")))).contains("quota");
    }

    @Test
    void aBucketARecordAndANamespace() throws Exception {
        outputs(run("storage", "bucket-create", "b-1", Map.of("instance-id", "b1", "instance-name", "my-bucket",
                "instance-owner", "shop")));
        outputs(run("storage", "bucket-versioning", "b-2", Map.of("instance-name", "my-bucket", "versioning", "off")));
        assertThat(made("buckets", "my-bucket").path("versioning").asString()).isEqualTo("off");

        assertThat(outputs(run("dns", "dns-record-create", "r-1",
                Map.of("instance-id", "r1", "instance-name", "shop", "value", "lb.example.com"))))
                .containsEntry("record", "shop.apps.example.com");

        outputs(run("namespaces", "namespace-create", "n-1", Map.of("instance-id", "n1", "instance-name", "team-x",
                "instance-owner", "shop: {evil: \"yes\"}", "cpu", "4")));
        assertThat(SANDBOX.world().store().get(World.HUB, Kind.NAMESPACE, "", "team-x").path("metadata")
                .path("annotations").path("tiphys.dev/owner").asString()).isEqualTo("shop: {evil: \"yes\"}");
        assertThat(SANDBOX.world().store().get(World.HUB, Kind.RESOURCE_QUOTA, "team-x", "quota").path("spec")
                .path("hard").path("requests.cpu").asString()).isEqualTo("4");
        outputs(run("namespaces", "namespace-delete", "n-2", Map.of("instance-name", "team-x")));
        assertThat(SANDBOX.world().store().find(World.HUB, Kind.NAMESPACE, "", "team-x")).isEmpty();
    }

    @Test
    void aMachineIsMadeByAJobWhoseLogIsThatOfTheStep() throws Exception {
        assertThat(outputs(run("machines", "machine-create", "m-1",
                Map.of("instance-id", "m1", "instance-name", "build", "size", "small")))).containsKey("ip");
        assertThat(SANDBOX.workflows().podLog("machines", "m-1")).contains("PLAY RECAP: successful");

        Http.json("POST", SANDBOX.endpoints().controlApi() + "/faults",
                "{\"kind\":\"provisioning-fails\",\"what\":\"machines\"}");
        assertThat(reason(run("machines", "machine-create", "m-2",
                Map.of("instance-id", "m2", "instance-name", "more", "size", "small"))))
                .isEqualTo("No host has room for another machine.");
        Http.json("DELETE", SANDBOX.endpoints().controlApi() + "/faults", "");
    }

    @Test
    void aTeamEnvironmentIsMadeByThreeProviders() throws Exception {
        Map<String, String> values = Map.of("instance-id", "e1", "instance-name", "team-blue", "instance-owner", "shop",
                "size", "small");
        assertThat(outputs(run("environments", "team-environment-create", "env-1", values)))
                .containsEntry("namespace", "team-blue").containsEntry("database", "e1.databases.example")
                .containsEntry("record", "team-blue.apps.example.com").containsEntry("credentials", "postgres-e1");
        assertThat(made("records", "team-blue.apps.example.com").path("value").asString())
                .isEqualTo("e1.databases.example");
        assertThat(List.of("namespaces", "databases", "dns")).allSatisfy(namespace -> assertThat(
                SANDBOX.world().store().list(World.HUB, Kind.WORKFLOW, namespace)).anySatisfy(
                        child -> assertThat(
                                child.path("metadata").path("labels").path("tiphys.dev/parent-workflow").asString())
                                .isEqualTo("env-1")));

        outputs(run("environments", "team-environment-delete", "env-2", values));
        assertThat(made("databases", "e1").isEmpty()).isTrue();
        JsonNode failed = run("environments", "team-environment-create", "env-3", Map.of("instance-id", "e3",
                "instance-name", "team-red", "instance-owner", "shop", "size", "large"));
        assertThat(failed.path("status").path("phase").asString()).isEqualTo("Failed");
        assertThat(SANDBOX.world().store().find(World.HUB, Kind.WORKFLOW, "dns", "env-3-dns")).isEmpty();
    }
}
