package dev.tiphys.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KubernetesManifestsTest {

    private static final KubernetesSerialization MODEL = new KubernetesSerialization();

    @ParameterizedTest
    @MethodSource("coreManifests")
    void containsOnlyFieldsThatKubernetesKnows(String file) {
        for (Map<?, ?> object : Repository.yamls(file)) {
            assertThatCode(() -> read(object)).as("%s %s in %s", object.get("kind"), object.get("metadata"), file)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void aMisspeltFieldWouldBeNoticed() {
        Map<String, Object> service = Map.of("apiVersion", "v1", "kind", "Service", "spec", Map.of("prots", List.of()));

        assertThatThrownBy(() -> read(service)).hasMessageContaining("prots");
    }

    @ParameterizedTest
    @ValueSource(strings = {"k8s/base", "k8s/argo-events"})
    void kustomizeBuildsIt(String folder) throws IOException, InterruptedException {
        Optional<Command.Outcome> outcome = Command.in(Repository.path(folder), "kubectl", "kustomize", ".").run();
        Assumptions.assumeTrue(outcome.isPresent(), "SKIPPED: there is no kubectl on the PATH");

        assertThat(outcome.orElseThrow().output()).contains("apiVersion:");
        assertThat(outcome.orElseThrow().code()).as(outcome.orElseThrow().output()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"k8s/base", "k8s/argo-events"})
    void theKustomizationUsesEveryFile(String folder) {
        String kustomization = Repository.text(folder + "/kustomization.yaml");

        assertThat(Repository.files(folder)).map(file -> file.substring(folder.length() + 1))
                .filteredOn(file -> !file.equals("kustomization.yaml")).allSatisfy(
                        file -> assertThat(kustomization).contains(file));
    }

    @Test
    void thePortalFindsEachFileThatItsConfigurationNames() {
        String portal = Repository.text("k8s/base/portal.yaml");
        List<String> files = Pattern.compile("-file: /var/run/tiphys/(\\S+)")
                .matcher(Repository.text("k8s/base/portal-application.yaml")).results()
                .map((MatchResult file) -> file.group(1)).distinct().toList();
        assertThat(files).contains("argocd-token", "audit-key.pem")
                .allSatisfy(file -> assertThat(portal).contains("path: " + file));
    }

    static Stream<String> coreManifests() {
        return Repository.files("k8s").stream().filter(file -> Repository.yamls(file).stream()
                .anyMatch(
                        object -> object.containsKey("kind") && !apiVersion(object).matches("(argoproj|kustomize).*")));
    }

    private static String apiVersion(Map<?, ?> object) {
        return String.valueOf(object.get("apiVersion"));
    }

    private static void read(Map<?, ?> object) {
        String kind = String.valueOf(object.get("kind"));
        Class<?> type = MODEL.getRegisteredKubernetesResource(apiVersion(object), kind);
        assertThat(type).as("%s %s", apiVersion(object), kind).isNotNull();
        strict().convertValue(object, type);
    }

    // The model keeps what it does not know in a map of additional properties; here there is no such map.
    private static ObjectMapper strict() {
        return new ObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {

                    private static final long serialVersionUID = 1L;

                    @Override
                    public Boolean hasAnySetter(Annotated member) {
                        return false;
                    }
                });
    }
}
