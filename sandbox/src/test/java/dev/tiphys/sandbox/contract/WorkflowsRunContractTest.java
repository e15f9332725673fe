package dev.tiphys.sandbox.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.tiphys.argo.json.JsonView;
import dev.tiphys.sandbox.contract.Wire.Answer;

/// What the portal relies on when it starts, follows and steers a workflow.
class WorkflowsRunContractTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final WorkflowsUnderContract workflows = WorkflowsUnderContract.find().mutable();
    private final Wire wire = workflows.wire();
    private final String name = workflows.freshName();

    @AfterEach
    void deleteTheWorkflow() {
        workflows.delete(name);
    }

    @Test
    void takesANameOnce() {
        Answer first = wire.send("POST", workflows.path(), workflows.question(name));
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.json().text("metadata", "labels", "workflows.argoproj.io/creator")).isNotEmpty();
        assertThat(first.json().at("status", "startedAt").node().isNull()).isTrue();
        Answer second = wire.send("POST", workflows.path(), workflows.question(name));
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.code()).isEqualTo(6);
        assertThat(second.message()).contains("\"" + name + "\" already exists");
    }

    @Test
    void namesNodesByTheHashOfTheirNames() {
        JsonView node = workflows.ask(name);
        assertThat(node.text("name")).isEqualTo(name + "[0].ask");
        assertThat(node.text("id")).isEqualTo(name + "-" + fnv32a(name + "[0].ask"));
        assertThat(workflows.get(name).at("status", "nodes", node.text("id")).isPresent()).isTrue();
        assertThat(workflows.get(name).at("status", "nodes", name).text("type")).isEqualTo("Steps");
    }

    @Test
    void decidesAQuestionWithItsOutputsInOneCall() {
        String id = workflows.ask(name).text("id");
        assertThat(set(id, "{\\\"colour\\\":\\\"red\\\"}").status()).isEqualTo(500);
        assertThat(set(id, "{\\\"decision\\\":\\\"approve\\\"}").status()).isEqualTo(200);
        JsonView decided = Await.until(() -> workflows.askedNode(name), node -> node.text("phase").equals("Succeeded"));
        assertThat(decided.items("outputs", "parameters").map(output -> output.text("value")))
                .containsExactly("approve");
        assertThat(decided.text("message")).isEqualTo("by the suite");
        Answer again = set(id, "{\\\"decision\\\":\\\"approve\\\"}");
        assertThat(again.status()).isEqualTo(500);
        assertThat(again.code()).isEqualTo(13);
        assertThat(Await.until(() -> workflows.get(name), run -> !run.text("status", "finishedAt").isEmpty())
                .text("status", "phase")).isEqualTo("Succeeded");
        assertThat(set(id, "{\\\"decision\\\":\\\"approve\\\"}").message()).contains("no suspend nodes matching");
    }

    @Test
    void failsAQuestionByAStopWithASelector() {
        String id = workflows.ask(name).text("id");
        Answer stopped = wire.send("PUT", workflows.path(name, "stop"),
                "{\"nodeFieldSelector\":\"id=" + id + "\",\"message\":\"rejected\"}");
        assertThat(stopped.status()).isEqualTo(200);
        JsonView node = Await.until(() -> workflows.askedNode(name), seen -> seen.text("phase").equals("Failed"));
        assertThat(node.text("message")).contains("rejected");
        assertThat(Await.until(() -> workflows.get(name), run -> !run.text("status", "finishedAt").isEmpty())
                .text("status", "phase")).isEqualTo("Failed");
    }

    @Test
    void leavesOutputsUnsetByAResumeWithASelector() {
        String id = workflows.ask(name).text("id");
        wire.send("PUT", workflows.path(name, "resume"), "{\"nodeFieldSelector\":\"id=" + id + "\"}");
        JsonView node = Await.until(() -> workflows.askedNode(name), seen -> !seen.text("phase").equals("Running"));
        assertThat(node.items("outputs", "parameters")).noneMatch(output -> output.at("value").isPresent());
    }

    @Test
    void stampsWhoSuspended() {
        workflows.ask(name);
        JsonView suspended = wire.send("PUT", workflows.path(name, "suspend"), "{}").json();
        assertThat(suspended.flag("spec", "suspend")).isTrue();
        assertThat(suspended.text("metadata", "labels", "workflows.argoproj.io/action")).isEqualTo("Suspend");
        assertThat(suspended.text("metadata", "labels", "workflows.argoproj.io/actor")).isNotEmpty();
    }

    @Test
    void retriesOnlyWhatFailed() {
        workflows.ask(name);
        Answer answer = wire.send("PUT", workflows.path(name, "retry"), "{}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).contains("Cannot retry a workflow in phase Running");
    }

    @Test
    void watchesWithNarrowFieldsUnderTheEnvelope() throws TimeoutException {
        workflows.ask(name);
        try (Wire.Stream stream = wire.open(watch() + "&fields=result.type,result.object.metadata.name", SOON, "Accept",
                "text/event-stream")) {
            String frame = stream.frame();
            assertThat(frame).startsWith("data: {\"result\":{").endsWith("}} ");
            assertThat(JsonView.parse(frame.substring(5))).isEqualTo(JsonView.parse("{\"result\":{\"type\":\"ADDED\","
                    + "\"object\":{\"metadata\":{\"name\":\"" + name + "\"}}}}"));
            assertThat(stream.line()).isEmpty();
            assertThat(stream.line()).isEmpty();
        }
    }

    @Test
    void watchesInPlainLinesWhereAnythingElseIsAccepted() throws TimeoutException {
        workflows.ask(name);
        try (Wire.Stream stream = wire.open(watch(), SOON, "Accept", "text/event-stream, */*")) {
            JsonView frame = JsonView.parse(stream.frame());
            assertThat(frame.text("result", "type")).isEqualTo("ADDED");
            assertThat(frame.at("result", "object", "status", "nodes").node().isObject()).isTrue();
        }
    }

    @Test
    void endsAnOldWatchWithAnErrorThatMeansNothing() throws TimeoutException {
        assumeFalse(workflows.isLive(), "SKIPPED: a live server ends a watch after half an hour or more");
        workflows.ask(name);
        try (Wire.Stream stream = wire.open(watch(), SOON)) {
            assertThat(stream.frame()).contains("ADDED");
            ContractFleet.shared().workflows().endStreams();
            String frame = stream.frame();
            while (frame.contains("result")) {
                frame = stream.frame();
            }
            JsonView error = JsonView.parse(frame).at("error");
            assertThat(error.number(0, "grpc_code")).isEqualTo(8);
            assertThat(error.number(0, "http_code")).isEqualTo(429);
            assertThat(error.text("message")).isEqualTo("EOF");
        }
    }

    @Test
    void listsNarrowFieldsNewestFirst() {
        workflows.ask(name);
        JsonView item = wire.get(workflows.path() + "?fields=metadata,items.metadata.name,items.status.phase"
                + "&listOptions.labelSelector=tiphys.dev%2Fcontract%3D" + name).json().items("items").findFirst()
                .orElseThrow();
        assertThat(item.text("metadata", "name")).isEqualTo(name);
        assertThat(item.text("status", "phase")).isEqualTo("Running");
        assertThat(item.at("status", "nodes").isPresent()).isFalse();
        assertThat(item.at("metadata", "uid").isPresent()).isFalse();
    }

    @Test
    void showsATemplateToLintSoonAfterItWasMade() {
        String template = workflows.freshName();
        String body = "{\"template\":" + JsonView.parse(workflows.question(template)).at("workflow").json() + "}";
        assertThat(wire.send("POST", workflows.templates(""), body).status()).isEqualTo(200);
        String referring = "{\"workflow\":{\"metadata\":{\"name\":\"contract-lint\",\"namespace\":\""
                + workflows.namespace()
                + "\"},\"spec\":{\"workflowTemplateRef\":{\"name\":\"" + template + "\"}}}}";
        assertThat(Await.until(() -> wire.send("POST", workflows.path("lint"), referring),
                answer -> answer.status() == 200).status()).isEqualTo(200);
        JsonView stored = wire.get(workflows.templates("/" + template)).json();
        Answer stale = wire.send("PUT", workflows.templates("/" + template), "{\"template\":" + stored.json()
                .replace("\"resourceVersion\":\"" + stored.text("metadata", "resourceVersion"),
                        "\"resourceVersion\":\"1")
                + "}");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.code()).isEqualTo(6);
        wire.send("DELETE", workflows.templates("/" + template), "");
    }

    private String watch() {
        return "/api/v1/workflow-events/" + workflows.namespace() + "?listOptions.fieldSelector=metadata.name%3D"
                + name;
    }

    private Answer set(String id, String outputs) {
        return wire.send("PUT", workflows.path(name, "set"), "{\"nodeFieldSelector\":\"id=" + id
                + "\",\"phase\":\"Succeeded\",\"message\":\"by the suite\",\"outputParameters\":\"" + outputs + "\"}");
    }

    private static String fnv32a(String text) {
        int hash = 0x811c9dc5;
        for (byte part : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (part & 0xff)) * 0x01000193;
        }
        return Integer.toUnsignedString(hash);
    }
}
