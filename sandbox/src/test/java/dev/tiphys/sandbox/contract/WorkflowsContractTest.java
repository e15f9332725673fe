package dev.tiphys.sandbox.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import dev.tiphys.argo.json.JsonView;
import dev.tiphys.sandbox.contract.Wire.Answer;

/// What the portal relies on in the Argo Server's API and changes nothing by asking.
class WorkflowsContractTest {

    private static final String BROKEN = """
            {"%s":{"metadata":{"name":"contract-lint","namespace":"%s"},"spec":{"entrypoint":"main","templates":[
             {"name":"main","dag":{"tasks":[{"name":"b","template":"nope"}]}}]}}}
            """;

    private final WorkflowsUnderContract workflows = WorkflowsUnderContract.find();
    private final Wire wire = workflows.wire();

    @Test
    void writesErrorsAsCodeAndMessage() {
        Answer missing = wire.get(workflows.path("no-such-one"));
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.code()).isEqualTo(5);
        assertThat(missing.message()).isEqualTo("workflows.argoproj.io \"no-such-one\" not found");
    }

    @Test
    void wantsAToken() {
        Answer stranger = wire.withToken("").get(workflows.path());
        assertThat(stranger.status()).isEqualTo(401);
        assertThat(stranger.code()).isEqualTo(16);
    }

    @Test
    void implementsNoUnknownPath() {
        Answer unknown = wire.get("/api/v1/no-such-thing");
        assertThat(unknown.status()).isEqualTo(501);
        assertThat(unknown.code()).isEqualTo(12);
        assertThat(wire.send("PUT", workflows.path(), "{}").status()).isEqualTo(501);
    }

    @Test
    void readsKeysInAnyCaseAndDropsWhatItDoesNotKnow() {
        String shouted = workflows.question("contract-lint").replace("\"workflow\"", "\"WORKFLOW\"")
                .replace("\"entrypoint\"", "\"noSuchField\":{\"a\":1},\"entryPoint\"");
        Answer answer = wire.send("POST", workflows.path("lint"), shouted);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().text("spec", "entrypoint")).isEqualTo("main");
        assertThat(answer.body()).doesNotContain("noSuchField");
    }

    @Test
    void tellsALintOfAWorkflowAsAnInternalError() {
        Answer answer = wire.send("POST", workflows.path("lint"), BROKEN.formatted("workflow", workflows.namespace()));
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.message()).contains("nope", "undefined");
    }

    @Test
    void tellsALintOfATemplateAsABadRequest() {
        Answer answer = wire.send("POST", workflows.templates("/lint"),
                BROKEN.formatted("template", workflows.namespace()));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(3);
    }

    @Test
    void tellsATemplateThatIsReferredToAndMissing() {
        Answer answer = wire.send("POST", workflows.path("lint"), """
                {"workflow":{"metadata":{"name":"contract-lint","namespace":"%s"},
                 "spec":{"workflowTemplateRef":{"name":"no-such-template"}}}}""".formatted(workflows.namespace()));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo(5);
    }

    @Test
    void refusesACreateWithoutAWorkflow() {
        Answer answer = wire.send("POST", workflows.path(), "{}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(3);
    }

    @Test
    void writesAnEmptyListAsNull() {
        JsonView list = wire.get(workflows.path() + "?listOptions.labelSelector=tiphys.dev%2Fcontract%3Dno-such")
                .json();
        assertThat(list.node().has("items")).isTrue();
        assertThat(list.node().get("items").isNull()).isTrue();
    }

    @Test
    void pagesByNumbers() {
        Answer answer = wire.get(workflows.path() + "?listOptions.limit=1&listOptions.continue=abc");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).contains("listOptions.continue must be int");
        assertThat(
                wire.get(workflows.path() + "?listOptions.limit=1&listOptions.continue=100000").json().items("items"))
                .isEmpty();
    }

    @Test
    void signsOnlyItsSuccesses() {
        assertThat(wire.get("/api/v1/version").headers().firstValue("Grpc-Metadata-Argo-Version")).isPresent();
        assertThat(wire.get(workflows.path("no-such-one")).headers().firstValue("Grpc-Metadata-Argo-Version"))
                .isEmpty();
    }

    @Test
    void tellsItsVersionAndWhereItServes() {
        assertThat(wire.get("/api/v1/version").json().text("version")).startsWith("v");
        assertThat(wire.get("/api/v1/info").status()).isEqualTo(200);
        assertThat(wire.get("/api/v1/userinfo").status()).isEqualTo(200);
    }
}
