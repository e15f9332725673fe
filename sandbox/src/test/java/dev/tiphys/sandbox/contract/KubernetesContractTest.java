package dev.tiphys.sandbox.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.hub.Hub;
import dev.tiphys.argo.hub.HubClient;
import dev.tiphys.argo.hub.HubConnection;
import dev.tiphys.sandbox.kubeapi.KubernetesSandbox;

/// What the portal relies on in a Kubernetes API with Argo's CRDs. A real server is used where `live.kubernetes.url`
/// and `live.kubernetes.token` are given (and `live.kubernetes.namespace`, where objects may be made and deleted).
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KubernetesContractTest {

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final @Nullable KubernetesSandbox sandbox;
    private final String base;
    private final String token;
    private final String namespace = System.getProperty("live.kubernetes.namespace", "promotions");
    private String name = "";

    KubernetesContractTest() throws IOException {
        String live = System.getProperty("live.kubernetes.url", "");
        sandbox = live.isEmpty() ? new KubernetesSandbox() : null;
        base = sandbox == null ? live : sandbox.cluster("hub").toString();
        token = System.getProperty("live.kubernetes.token", KubernetesSandbox.TOKEN);
    }

    @BeforeEach
    void createTemplate() throws Exception {
        name = "contract-" + UUID.randomUUID().toString().substring(0, 8);
        JsonNode created = send("POST", templates(""), "application/json", """
                {"apiVersion": "argoproj.io/v1alpha1", "kind": "WorkflowTemplate",
                 "metadata": {"name": "%s", "labels": {"contract": "%s"}},
                 "spec": {"entrypoint": "main", "templates": [{"name": "main", "suspend": {}}],
                  "arguments": {"parameters": [{"name": "a", "value": "1"}, {"name": "b", "value": "2"}]}}}"""
                .formatted(name, name), 201);
        assertThat(created.path("metadata").path("uid").asString()).isNotEmpty();
    }

    @AfterEach
    void delete() throws Exception {
        request("DELETE", templates("/" + name), "application/json", "");
    }

    @AfterAll
    void close() {
        if (sandbox != null) {
            sandbox.close();
        }
    }

    private String templates(String rest) {
        return "/apis/argoproj.io/v1alpha1/namespaces/" + namespace + "/workflowtemplates" + rest;
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> request(String method, String path, String type, String body) throws Exception {
        return http.send(to(path).header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private JsonNode send(String method, String path, String type, String body, int status) throws Exception {
        HttpResponse<String> response = request(method, path, type, body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return JsonMapper.shared().readTree(response.body());
    }

    private JsonNode get(String path, int status) throws Exception {
        return send("GET", path, "application/json", "", status);
    }

    @Test
    void refusesACallWithoutAKnownToken() throws Exception {
        HttpResponse<String> response = http.send(HttpRequest.newBuilder(URI.create(base + templates("")))
                .header("Authorization", "Bearer nobody").build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(JsonMapper.shared().readTree(response.body()).path("reason").asString("")).isEqualTo("Unauthorized");
    }

    @Test
    void saysWhatIsMissingWithAStatusObject() throws Exception {
        JsonNode status = get(templates("/nothing"), 404);
        assertThat(status.path("kind").asString("")).isEqualTo("Status");
        assertThat(status.path("reason").asString("")).isEqualTo("NotFound");
        assertThat(status.path("message").asString(""))
                .isEqualTo("workflowtemplates.argoproj.io \"nothing\" not found");
    }

    @Test
    void refusesASecondObjectOfTheSameName() throws Exception {
        JsonNode present = get(templates("/" + name), 200);
        String again = "{\"apiVersion\":\"argoproj.io/v1alpha1\",\"kind\":\"WorkflowTemplate\",\"metadata\":{\"name\":\""
                + name + "\"},\"spec\":" + present.path("spec") + "}";
        assertThat(send("POST", templates(""), "application/json", again, 409).path("reason").asString(""))
                .isEqualTo("AlreadyExists");
    }

    @Test
    void replacesListsAndRemovesNullsByMergePatch() throws Exception {
        JsonNode patched = send("PATCH", templates("/" + name), "application/merge-patch+json",
                "{\"metadata\":{\"labels\":{\"contract\":null}},\"spec\":{\"arguments\":{\"parameters\":"
                        + "[{\"name\":\"c\",\"value\":\"3\"}]}}}",
                200);
        assertThat(patched.path("spec").path("arguments").path("parameters").toString())
                .isEqualTo("[{\"name\":\"c\",\"value\":\"3\"}]");
        assertThat(patched.path("metadata").path("labels").has("contract")).isFalse();
        assertThat(patched.path("metadata").path("generation").asInt()).isEqualTo(2);
    }

    @Test
    void refusesAJsonPatchWhoseTestFails() throws Exception {
        send("PATCH", templates("/" + name), "application/json-patch+json",
                "[{\"op\":\"test\",\"path\":\"/spec/entrypoint\",\"value\":\"other\"}]", 422);
        send("PATCH", templates("/" + name), "application/json-patch+json",
                "[{\"op\":\"test\",\"path\":\"/spec/entrypoint\",\"value\":\"main\"},"
                        + "{\"op\":\"remove\",\"path\":\"/spec/arguments/parameters/0\"}]",
                200);
    }

    @Test
    void refusesStrategicMergeOnCustomResources() throws Exception {
        JsonNode status = send("PATCH", templates("/" + name), "application/strategic-merge-patch+json", "{}", 415);
        assertThat(status.path("reason").asString("")).isEqualTo("UnsupportedMediaType");
    }

    @Test
    void refusesAReplaceFromAnOldVersion() throws Exception {
        JsonNode old = get(templates("/" + name), 200);
        send("PATCH", templates("/" + name), "application/merge-patch+json",
                "{\"metadata\":{\"labels\":{\"x\":\"y\"}}}", 200);
        assertThat(send("PUT", templates("/" + name), "application/json", old.toString(), 409).path("reason")
                .asString("")).isEqualTo("Conflict");
    }

    @Test
    void selectsByLabelAndByName() throws Exception {
        assertThat(get(templates("?labelSelector=contract%3D" + name), 200).path("items")).hasSize(1);
        assertThat(get(templates("?labelSelector=contract%20in%20(nothing)"), 200).path("items")).isEmpty();
        assertThat(get(templates("?fieldSelector=metadata.name%3D" + name), 200).path("items")).hasSize(1);
        get(templates("?fieldSelector=spec.entrypoint%3Dmain"), 400);
    }

    @Test
    void watchesFromTheVersionOfAList() throws Exception {
        String version = get(templates(""), 200).path("metadata").path("resourceVersion").asString("");
        var response = http.send(to(templates("?watch=true&resourceVersion=" + version + "&labelSelector=contract%3D"
                + name)).build(), BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            send("PATCH", templates("/" + name), "application/merge-patch+json",
                    "{\"metadata\":{\"labels\":{\"x\":\"y\"}}}", 200);
            assertThat(JsonMapper.shared().readTree(lines.readLine()).path("type").asString("")).isEqualTo("MODIFIED");
            request("DELETE", templates("/" + name), "application/json", "");
            assertThat(JsonMapper.shared().readTree(lines.readLine()).path("type").asString("")).isEqualTo("DELETED");
        }
    }

    @Test
    void saysWhatTheTokenMayDoWithoutARightToAsk() throws Exception {
        String question = """
                {"apiVersion": "authorization.k8s.io/v1", "kind": "SelfSubjectAccessReview", "spec": {
                  "resourceAttributes": {"verb": "%s", "group": "argoproj.io", "resource": "workflowtemplates",
                   "namespace": "%s"}}}""";
        String path = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";
        JsonNode may = send("POST", path, "application/json", question.formatted("create", namespace), 201);
        assertThat(may.path("kind").asString("")).isEqualTo("SelfSubjectAccessReview");
        assertThat(may.path("status").path("allowed").asBoolean(false)).isTrue();
        assertThat(may.path("spec").path("resourceAttributes").path("verb").asString("")).isEqualTo("create");
        JsonNode other = send("POST", path, "application/json", question.formatted("no-verb-at-all", namespace), 201);
        assertThat(other.path("status").path("allowed").isBoolean()).isTrue();
        assertThat(get(path, 405).path("reason").asString("")).isEqualTo("MethodNotAllowed");
    }

    @Test
    void keepsASecretByItsNameAndTakesItAway() {
        String secret = "contract-secret-" + name.substring("contract-".length());
        try (Hub hub = HubClient.connect(HubConnection.to("hub", URI.create(base), () -> token))) {
            hub.createSecret(namespace, secret, Map.of("tiphys.dev/input", "password"), Map.of("value", "{{ü}}\n\"x"));
            assertThat(hub.secret(namespace, secret)).isEqualTo(Map.of("value", "{{ü}}\n\"x"));
            assertThatExceptionOfType(ArgoException.Conflict.class)
                    .isThrownBy(() -> hub.createSecret(namespace, secret, Map.of(), Map.of("value", "another")));
            hub.deleteSecret(namespace, secret);
            hub.deleteSecret(namespace, secret);
            assertThatExceptionOfType(ArgoException.NotFound.class).isThrownBy(() -> hub.secret(namespace, secret));
        }
    }

    @Test
    void saysThatAnOldVersionIsGone() throws Exception {
        var response = http.send(to(templates("?watch=true&resourceVersion=1")).build(), BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            JsonNode event = JsonMapper.shared().readTree(lines.readLine());
            assertThat(event.path("type").asString("")).isEqualTo("ERROR");
            assertThat(event.path("object").path("code").asInt()).isEqualTo(410);
        }
    }
}
