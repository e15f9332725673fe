package dev.tiphys.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.tiphys.catalog.sheet.SheetReader;

/// What providers are shown as examples is worth copying.
class ExampleProvidersTest {

    private static final String FOLDER = "examples/providers";

    static Stream<String> files() {
        return Repository.files(FOLDER).stream().filter(file -> file.endsWith(".yaml"))
                .filter(file -> !file.endsWith("kustomization.yaml"));
    }

    private static Stream<JsonNode> objects(String kind) {
        return files().flatMap(file -> Repository.yamls(file).stream())
                .<JsonNode>map(object -> JsonMapper.shared().valueToTree(object))
                .filter(object -> object.path("kind").asString("").equals(kind));
    }

    @ParameterizedTest
    @MethodSource("files")
    void fitsArgosPublishedSchema(String file) throws IOException {
        Optional<Path> schemaFile = Repository.findContracts().map(one -> one.resolve("workflows-jsonschema.json"))
                .filter(Files::exists);
        Assumptions.assumeTrue(schemaFile.isPresent(),
                "SKIPPED: Argo's JSON schema is not there; say where with -Dcontracts.dir");
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(schemaFile.orElseThrow()));
        for (Map<?, ?> object : Repository.yamls(file)) {
            if (String.valueOf(object.get("apiVersion")).startsWith("argoproj.io")) {
                assertThat(schema.validate(JsonMapper.shared().writeValueAsString(object), InputFormat.JSON))
                        .as("%s", object.get("metadata")).isEmpty();
            }
        }
    }

    @Test
    void eachSheetIsOneThatTheCatalogReads() {
        List<JsonNode> sheets = objects("ConfigMap").filter(one -> one.path("data").has("item.yaml")).toList();
        assertThat(sheets).hasSize(7).allSatisfy(sheet -> assertThat(
                SheetReader.read(sheet.path("data").path("item.yaml").asString()).problems())
                .as("%s", sheet.path("metadata").path("name")).isEmpty());
    }

    @Test
    void eachContainerIsPinnedAndLimitedAndMayDoLittle() {
        List<JsonNode> containers = objects("WorkflowTemplate").flatMap(template -> Stream.iterate(0, i -> i + 1)
                .limit(template.path("spec").path("templates").size())
                .map(i -> template.path("spec").path("templates").path(i))).filter(one -> one.has("container"))
                .toList();
        assertThat(containers).hasSizeGreaterThan(15).allSatisfy(template -> {
            JsonNode container = template.path("container");
            assertThat(container.path("image").asString()).matches(".+:\\d+\\.\\d+\\.\\d+");
            assertThat(container.path("resources").path("limits").has("memory")).isTrue();
            assertThat(container.path("securityContext").path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
            assertThat(template.has("timeout")).isTrue();
        });
    }

    @Test
    void noValueThatSomebodyTypesIsPartOfAProgram() {
        objects("WorkflowTemplate").forEach(template -> template.path("spec").path("templates").forEach(one -> {
            for (String part : List.of("args", "command", "source")) {
                assertThat(one.path("container").path(part).toString() + one.path("script").path(part))
                        .doesNotContain("{{");
            }
            String manifest = one.path("resource").path("manifest").asString("");
            assertThat(manifest.replaceAll("\\{\\{=toJson\\([^}]*\\)}}", "").replaceAll("\\{\\{workflow\\.(name|uid)}}",
                    "")).as("%s", one.path("name")).doesNotContain("{{");
        }));
    }

    @Test
    void theKustomizationsNameEveryFile() {
        files().forEach(file -> {
            int slash = file.lastIndexOf('/');
            assertThat(Repository.text(file.substring(0, slash) + "/kustomization.yaml"))
                    .contains("- " + file.substring(slash + 1));
        });
    }

    @Test
    void theCoreObjectsHaveOnlyFieldsThatKubernetesKnows() {
        KubernetesManifestsTest checks = new KubernetesManifestsTest();
        files().filter(file -> file.endsWith("provider.yaml") || file.endsWith("item.yaml"))
                .forEach(checks::containsOnlyFieldsThatKubernetesKnows);
    }
}
