package dev.tiphys.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The wiring of Argo Events fits its published API, where a copy of it lies beside the repository. The CRDs themselves
/// allow everything.
class ArgoEventsManifestsTest {

    private static final String KINDS = "io.argoproj.events.v1alpha1.";

    @ParameterizedTest
    @ValueSource(strings = {"event-bus", "event-source", "sensor"})
    void fitsThePublishedApi(String name) throws IOException {
        for (Map<?, ?> object : Repository.yamls("k8s/argo-events/" + name + ".yaml")) {
            assertThat(errors(object)).as("%s", object.get("kind")).isEmpty();
        }
    }

    @Test
    void aMisspeltFieldWouldBeNoticed() throws IOException {
        Map<String, Object> bus = Map.of("apiVersion", "argoproj.io/v1alpha1", "kind", "EventBus", "metadata", Map.of(),
                "spec", Map.of("jetstream", Map.of("replcias", 3)));

        assertThat(errors(bus)).anySatisfy(error -> assertThat(error.toString()).contains("replcias"));
    }

    private static List<Error> errors(Map<?, ?> object) throws IOException {
        ObjectNode schema = definitions();
        schema.put("$ref", "#/definitions/" + KINDS + object.get("kind"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(schema)
                .validate(JsonMapper.shared().valueToTree(object));
    }

    private static ObjectNode definitions() throws IOException {
        Optional<Path> swagger = Repository.findContracts().map(folder -> folder.resolve("events-swagger.json"))
                .filter(Files::exists);
        Assumptions.assumeTrue(swagger.isPresent(), "SKIPPED: no contracts of Argo Events (-Dcontracts.dir=…)");
        JsonNode all = JsonMapper.shared().readTree(Files.readString(swagger.orElseThrow())).path("definitions");
        for (Map.Entry<String, JsonNode> definition : all.properties()) {
            refuseUnknown(definition.getKey(), (ObjectNode) definition.getValue());
        }
        return JsonMapper.shared().createObjectNode().set("definitions", all);
    }

    private static void refuseUnknown(String name, ObjectNode definition) {
        if (name.endsWith(".IntOrString")) {
            definition.removeAll(); // said to be a string, and a number as well
        } else if (definition.has("properties") && !definition.has("additionalProperties")) {
            definition.put("additionalProperties", false);
        }
        if (name.endsWith(".WebhookEventSource")) {
            // Called required, since Go always writes it; Argo's own examples leave it out.
            definition.putArray("required").add("port").add("endpoint").add("method");
        }
    }
}
