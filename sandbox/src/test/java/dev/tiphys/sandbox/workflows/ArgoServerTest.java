package dev.tiphys.sandbox.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ArgoServerTest {

    private static final String WAITS = """
            {"workflow":{"metadata":{"name":"demo"},"spec":{"entrypoint":"main","templates":[
              {"name":"main","suspend":{},"inputs":{"parameters":[{"name":"d","value":"x"}]},
               "outputs":{"parameters":[{"name":"d","valueFrom":{"supplied":{}}}]}}]}}}""";
    private static final String BASE = "/api/v1/workflows/promotions";

    private final Harbour harbour = new Harbour();

    @AfterEach
    void close() {
        harbour.close();
    }

    private HttpResponse<String> create(String body) {
        return harbour.call("POST", BASE, body);
    }

    private String waiting() {
        create(WAITS);
        return harbour.awaitNode("demo", "demo", "Running").path("id").asString();
    }

    private static void refused(HttpResponse<String> answer, int status, int code, String message) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        JsonNode error = Harbour.json(answer.body());
        assertThat(error.path("code").asInt()).isEqualTo(code);
        assertThat(error.path("message").asString()).isEqualTo(message);
        assertThat(answer.headers().firstValue("Grpc-Metadata-Argo-Version")).isEmpty();
    }

    @Test
    void knowsItsCallersByTheirTokens() {
        refused(harbour.send(HttpRequest.newBuilder(harbour.uri("/api/v1/info")).build()), 401, 16,
                "token not valid. see https://argo-workflows.readthedocs.io/en/latest/faq/");
        refused(harbour.send(HttpRequest.newBuilder(harbour.uri("/api/v1/info")).header("Authorization", "Bearer no")
                .build()), 401, 16, "Unauthorized");
        HttpResponse<String> info = harbour.call("GET", "/api/v1/info", "");
        assertThat(info.statusCode()).isEqualTo(200);
        assertThat(info.headers().firstValue("Grpc-Metadata-Argo-Version")).contains("v4.1.2");
    }

    @Test
    void hasNoImplementationForUnknownPathsAndWrongMethods() {
        refused(harbour.call("GET", "/api/v1/nothing", ""), 501, 12, "Not Implemented");
        refused(harbour.call("DELETE", "/api/v1/info", ""), 501, 12, "Not Implemented");
    }

    @Test
    void showsGoStructsThoughTheyAreEmpty() {
        ObjectNode created = Harbour.json(create(WAITS).body());
        assertThat(created.has("kind")).isFalse();
        JsonNode template = created.path("spec").path("templates").path(0);
        assertThat(template.path("metadata").isObject()).isTrue();
        assertThat(created.path("spec").path("arguments").isObject()).isTrue();
        assertThat(created.path("status").path("startedAt").isNull()).isTrue();
        assertThat(created.path("metadata").path("labels").path("workflows.argoproj.io/creator").asString())
                .isEqualTo("system-serviceaccount-argo-portal");
    }

    @Test
    void readsKeysInAnyCaseAndDropsUnknownFields() {
        ObjectNode created = Harbour.json(create("""
                {"WORKFLOW":{"Metadata":{"name":"demo"},"spec":{"ENTRYPOINT":"main","podPriority":1,"nonsense":{},
                 "synchronization":{"mutex":{"name":"m"}},
                 "templates":[{"name":"main","priority":3,"suspend":{}}]}}}""").body());
        assertThat(created.path("spec").path("entrypoint").asString()).isEqualTo("main");
        assertThat(created.path("spec").has("podPriority")).isFalse();
        assertThat(created.path("spec").has("nonsense")).isFalse();
        assertThat(created.path("spec").path("synchronization").has("mutex")).isFalse();
        assertThat(created.path("spec").path("templates").path(0).has("priority")).isFalse();
    }

    @Test
    void refusesWhatCannotBeCreated() {
        create(WAITS);
        refused(create(WAITS), 409, 6, "workflows.argoproj.io \"demo\" already exists");
        refused(create("{}"), 400, 3, "workflow body not specified");
        refused(harbour.call("GET", BASE + "/nope", ""), 404, 5, "workflows.argoproj.io \"nope\" not found");
        assertThat(create(WAITS.replace("\"demo\"", "\"other\",\"namespace\":\"elsewhere\"")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void answersAFailedLintOfAWorkflowOtherwiseThanOfATemplate() {
        String spec = "{\"entrypoint\":\"main\",\"templates\":[{\"name\":\"main\",\"dag\":{\"tasks\":[{\"name\":\"b\","
                + "\"template\":\"nope\"}]}}]}";
        String message = "templates.main.tasks.b template name 'nope' undefined";
        refused(create("{\"workflow\":{\"metadata\":{\"name\":\"w\"},\"spec\":" + spec + "}}"), 400, 3, message);
        refused(harbour.call("POST", BASE + "/lint", "{\"workflow\":{\"metadata\":{\"name\":\"w\"},\"spec\":" + spec
                + "}}"), 500, 2, message);
        refused(harbour.call("POST", "/api/v1/workflow-templates/promotions/lint",
                "{\"template\":{\"metadata\":{\"name\":\"w\"},\"spec\":" + spec + "}}"), 400, 3, message);
        refused(harbour.call("POST", BASE + "/lint", "{\"workflow\":{\"metadata\":{\"name\":\"w\"},\"spec\":"
                + "{\"workflowTemplateRef\":{\"name\":\"gone\"}}}}"), 404, 5,
                "workflowtemplates.argoproj.io \"gone\" not found");
        refused(harbour.call("POST", "/api/v1/workflow-templates/promotions/lint", "{}"), 500, 13,
                "runtime error: invalid memory address or nil pointer dereference");
    }

    @Test
    void listsWithNullForNothingAndPagesByOffset() {
        assertThat(harbour.get(BASE).path("items").isNull()).isTrue();
        for (int i = 0; i < 3; i++) {
            create(WAITS.replace("demo", "demo-" + i));
            harbour.awaitNode("demo-" + i, "demo-" + i, "Running");
        }
        ObjectNode page = harbour.get(BASE + "?listOptions.limit=2");
        assertThat(page.path("items").size()).isEqualTo(2);
        assertThat(page.path("metadata").has("continue")).isFalse();
        ObjectNode counted = harbour
                .get(BASE + "?listOptions.limit=2&listOptions.fieldSelector=ext.showRemainingItemCount=true");
        assertThat(counted.path("metadata").path("continue").asString()).isEqualTo("2");
        assertThat(counted.path("metadata").path("remainingItemCount").asInt()).isEqualTo(1);
        assertThat(harbour.get(BASE + "?listOptions.limit=2&listOptions.continue=2").path("items").size())
                .isEqualTo(1);
        refused(harbour.call("GET", BASE + "?listOptions.continue=abc", ""), 400, 3,
                "listOptions.continue must be int");
        assertThat(harbour.call("GET", BASE + "?listOptions.fieldSelector=status.phase=Running", "").statusCode())
                .isEqualTo(400);
        assertThat(harbour.get(BASE + "?listOptions.fieldSelector=metadata.name=demo-&nameFilter=Prefix").path("items")
                .size()).isEqualTo(3);
        assertThat(harbour.get(BASE + "?listOptions.labelSelector=workflows.argoproj.io/phase+in+(Running)")
                .path("items").size()).isEqualTo(3);
    }

    @Test
    void bringsBackZeroValuesAfterChoosingFields() {
        waiting();
        ObjectNode list = harbour.get(BASE + "?fields=metadata,items.metadata.name,items.status.phase");
        assertThat(list.path("items").path(0).toString()).isEqualTo("{\"metadata\":{\"name\":\"demo\"},\"status\":"
                + "{\"phase\":\"Running\",\"startedAt\":null,\"finishedAt\":null},\"spec\":{\"arguments\":{}}}");
        assertThat(harbour.get(BASE + "/demo?fields=-status.nodes").path("status").has("nodes")).isFalse();
    }

    @Test
    void decidesANodeByItsIdOnce() {
        String id = waiting();
        HttpResponse<String> wrong = harbour.call("PUT", BASE + "/demo/set",
                "{\"nodeFieldSelector\":\"id=" + id + "\",\"outputParameters\":\"{\\\"other\\\":\\\"x\\\"}\"}");
        refused(wrong, 500, 13, "node is not expecting output parameter 'other'");
        HttpResponse<String> set = harbour.call("PUT", BASE + "/demo/set", "{\"nodeFieldSelector\":\"id=" + id
                + "\",\"phase\":\"Succeeded\",\"message\":\"by bob\",\"outputParameters\":\"{\\\"d\\\":\\\"yes\\\"}\"}");
        assertThat(set.statusCode()).as(set.body()).isEqualTo(200);
        ObjectNode done = harbour.awaitPhase("demo", "Succeeded");
        assertThat(Harbour.node(done, "demo").path("outputs").path("parameters").path(0).toString())
                .isEqualTo("{\"name\":\"d\",\"value\":\"yes\"}");
        assertThat(Harbour.node(done, "demo").path("message").asString()).isEqualTo("by bob");
        assertThat(done.path("metadata").path("labels").path("workflows.argoproj.io/actor").asString())
                .isEqualTo("system-serviceaccount-argo-portal");
        refused(harbour.call("PUT", BASE + "/demo/set", "{\"nodeFieldSelector\":\"id=" + id + "\"}"), 500, 13,
                "currently, set only targets suspend nodes: no suspend nodes matching nodeFieldSelector: id=" + id);
    }

    @Test
    void refusesToResumeAllWhileAValueIsMissingButNotBySelector() {
        String id = waiting();
        refused(harbour.call("PUT", BASE + "/demo/resume", "{}"), 500, 13,
                "raw output parameter 'd' has not been set and does not have a default value");
        harbour.call("PUT", BASE + "/demo/resume", "{\"nodeFieldSelector\":\"id=" + id + "\"}");
        ObjectNode done = harbour.awaitPhase("demo", "Succeeded");
        assertThat(Harbour.node(done, "demo").path("outputs").path("parameters").path(0).path("valueFrom")
                .has("supplied")).isTrue();
        assertThat(done.path("metadata").path("labels").path("workflows.argoproj.io/action").asString())
                .isEqualTo("Resume");
    }

    @Test
    void failsTheNodeThatAStopSelects() {
        String id = waiting();
        harbour.call("PUT", BASE + "/demo/stop", "{\"nodeFieldSelector\":\"id=" + id + "\",\"message\":\"no\"}");
        ObjectNode done = harbour.awaitPhase("demo", "Failed");
        assertThat(Harbour.node(done, "demo").path("message").asString()).isEqualTo("no");
        refused(harbour.call("PUT", BASE + "/demo/stop", ""), 500, 13,
                "cannot shutdown a completed workflow: workflow: \"demo\", namespace: \"promotions\"");
        refused(harbour.call("PUT", BASE + "/demo/suspend", ""), 400, 3,
                "timed out waiting for the condition: cannot suspend completed workflows");
    }

    @Test
    void runsAFailedWorkflowAgain() {
        String id = waiting();
        refused(harbour.call("PUT", BASE + "/demo/retry", "{}"), 400, 3, "Cannot retry a workflow in phase Running");
        harbour.call("PUT", BASE + "/demo/stop", "{\"nodeFieldSelector\":\"id=" + id + "\"}");
        harbour.awaitPhase("demo", "Failed");
        assertThat(harbour.call("PUT", BASE + "/demo/retry", "{}").statusCode()).isEqualTo(200);
        harbour.awaitNode("demo", "demo", "Running");
        HttpResponse<String> copy = harbour.call("PUT", BASE + "/demo/resubmit", "{}");
        assertThat(Harbour.json(copy.body()).path("metadata").path("labels")
                .path("workflows.argoproj.io/resubmitted-from-workflow").asString()).isEqualTo("demo");
    }

    @Test
    void ignoresAStopWhileTheWholeWorkflowIsSuspended() {
        waiting();
        harbour.call("PUT", BASE + "/demo/suspend", "");
        assertThat(harbour.call("PUT", BASE + "/demo/stop", "").statusCode()).isEqualTo(200);
        harbour.world().store().mergePatch("hub", dev.tiphys.sandbox.kube.Kind.WORKFLOW, "promotions", "demo",
                Harbour.json("{\"metadata\":{\"labels\":{\"touched\":\"yes\"}}}"));
        assertThat(Harbour.node(harbour.workflow("demo"), "demo").path("phase").asString()).isEqualTo("Running");
        harbour.world().store().mergePatch("hub", dev.tiphys.sandbox.kube.Kind.WORKFLOW, "promotions", "demo",
                Harbour.json("{\"spec\":{\"suspend\":null}}"));
        harbour.awaitPhase("demo", "Failed");
    }

    @Test
    void streamsEventsToTheByte() throws IOException {
        waiting();
        String path = "/api/v1/workflow-events/promotions?listOptions.fieldSelector=metadata.name=demo"
                + "&fields=result.type,result.object.metadata.name";
        HttpResponse<InputStream> answer = harbour.open(path, "text/event-stream");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/event-stream");
        try (InputStream stream = answer.body()) {
            String frame = "data: {\"result\":{\"type\":\"ADDED\",\"object\":{\"metadata\":{\"name\":\"demo\"}}}} \n\n\n";
            assertThat(new String(stream.readNBytes(frame.length()), StandardCharsets.UTF_8)).isEqualTo(frame);
            harbour.workflows().endStreams();
            assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("data: {} \n\n\n");
        }
    }

    @Test
    void streamsLinesOfJsonToOtherReadersAndEndsWithEof() throws IOException {
        waiting();
        HttpResponse<InputStream> answer = harbour.open("/api/v1/workflow-events/promotions", "text/event-stream, */*");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            assertThat(Harbour.json(lines.readLine()).path("result").path("type").asString()).isEqualTo("ADDED");
            harbour.workflows().endStreams();
            assertThat(lines.readLine()).isEqualTo("{\"error\":{\"grpc_code\":8,\"http_code\":429,\"message\":\"EOF\","
                    + "\"http_status\":\"Too Many Requests\"}}");
        }
    }

    @Test
    void keepsTemplatesByTheirResourceVersion() {
        String path = "/api/v1/workflow-templates/promotions";
        String template = "{\"template\":{\"metadata\":{\"name\":\"t\"},\"spec\":{\"entrypoint\":\"main\","
                + "\"templates\":[{\"name\":\"main\",\"suspend\":{}}]}}}";
        assertThat(harbour.get(path).path("items").isNull()).isTrue();
        ObjectNode created = Harbour.json(harbour.call("POST", path, template).body());
        assertThat(harbour.call("PUT", path + "/t", template).statusCode()).isEqualTo(400);
        ObjectNode stale = Harbour.json("{}");
        ((ObjectNode) created.path("metadata")).put("resourceVersion", "1");
        stale.set("template", created);
        assertThat(harbour.call("PUT", path + "/t", stale.toString()).statusCode()).isEqualTo(409);
        HttpResponse<String> submitted = harbour.call("POST", BASE + "/submit",
                "{\"resourceKind\":\"WorkflowTemplate\",\"resourceName\":\"t\",\"submitOptions\":{\"name\":\"p\"}}");
        assertThat(Harbour.json(submitted.body()).path("metadata").path("labels")
                .path("workflows.argoproj.io/workflow-template").asString()).isEqualTo("t");
        harbour.awaitNode("p", "p", "Running");
        assertThat(harbour.workflow("p").path("status").path("storedWorkflowTemplateSpec").path("entrypoint")
                .asString()).isEqualTo("main");
    }

    @Test
    void readsTheLogOfItsPods() {
        ObjectNode body = Harbour.json("{}");
        body.set("workflow", Harbour.promotion());
        create(body.toString());
        harbour.awaitNode("checkout-v5", "checkout-v5.approve-prod[0].ask", "Running");
        HttpResponse<String> log = harbour.call("GET", BASE + "/checkout-v5/log?grep=runs&logOptions.container=main",
                "");
        JsonNode line = Harbour.json(log.body().strip());
        assertThat(line.path("result").path("content").asString()).startsWith("runs step sync --promotion checkout-v5");
        assertThat(line.path("result").path("podName").asString()).startsWith("checkout-v5-sync-");
        refused(harbour.call("GET", "/api/v1/archived-workflows/u", ""), 500, 13,
                "getting archived workflows not supported");
    }
}
