package dev.tiphys.sandbox.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.workflows.engine.NodeIds;

class WorkflowEngineTest {

    private static final String POD = """
            - name: pod
              inputs: {parameters: [{name: text, default: none}]}
              metadata: {annotations: {sandbox.tiphys.dev/result: '{{inputs.parameters.text}}'}}
              container: {image: busybox, command: [echo]}
            """;
    private static final String BROKEN = """
            - name: broken
              metadata: {annotations: {sandbox.tiphys.dev/exit-code: '3'}}
              container: {image: busybox, command: [sh]}
            """;

    private final Harbour harbour = new Harbour();

    @AfterEach
    void close() {
        harbour.close();
    }

    private static String phase(JsonNode workflow, String node) {
        return Harbour.node(workflow, node).path("phase").asString("");
    }

    private static List<String> children(JsonNode node) {
        return StreamSupport.stream(node.path("children").spliterator(), false).map(JsonNode::asString).toList();
    }

    @Test
    void derivesIdsAsArgoDoes() {
        assertThat(NodeIds.of("demo", "demo")).isEqualTo("demo");
        assertThat(NodeIds.of("demo", "demo.deploy")).isEqualTo("demo-1551162203");
        assertThat(NodeIds.of("demo", "demo.approve")).isEqualTo("demo-1826893129");
    }

    @Test
    void drawsTheMapOfNodesOfADag() {
        harbour.run("""
                - name: main
                  dag:
                    tasks:
                    - {name: deploy, template: pod}
                    - {name: approve, template: wait, depends: deploy}
                - {name: wait, suspend: {}}
                """ + POD);
        ObjectNode waiting = harbour.awaitNode("x", "x.approve", "Running");
        ObjectNode root = Harbour.node(harbour.workflow("x"), "x");
        ObjectNode deploy = Harbour.node(harbour.workflow("x"), "x.deploy");
        assertThat(root.path("type").asString()).isEqualTo("DAG");
        assertThat(root.path("templateScope").asString()).isEqualTo("local/x");
        assertThat(root.path("progress").asString()).isEqualTo("1/1");
        assertThat(children(root)).containsExactly(deploy.path("id").asString());
        assertThat(children(deploy)).containsExactly(waiting.path("id").asString());
        assertThat(deploy.path("boundaryID").asString()).isEqualTo("x");
        assertThat(deploy.path("outputs").path("exitCode").asString()).isEqualTo("0");
        assertThat(waiting.path("finishedAt").isNull()).isTrue();
    }

    @Test
    void omitsWhatDependsOnAFailureAndRunsWhatCatchesIt() {
        harbour.run("""
                - name: main
                  dag:
                    tasks:
                    - {name: a, template: broken}
                    - {name: after, template: pod, depends: a}
                    - {name: rescue, template: pod, depends: a.Failed || a.Errored}
                """ + POD + BROKEN);
        ObjectNode done = harbour.awaitPhase("x", "Failed");
        assertThat(Harbour.node(done, "x.after").path("message").asString())
                .isEqualTo("omitted: depends condition not met");
        assertThat(phase(done, "x.after")).isEqualTo("Omitted");
        assertThat(phase(done, "x.rescue")).isEqualTo("Succeeded");
        assertThat(Harbour.node(done, "x.a").path("message").asString()).isEqualTo("Error (exit code 3)");
    }

    @Test
    void endsSucceededThoughATaskWasSkippedByItsCondition() {
        harbour.run("""
                - name: main
                  dag:
                    tasks:
                    - {name: a, template: pod, when: "no == yes"}
                    - {name: b, template: pod, depends: a}
                """ + POD);
        ObjectNode done = harbour.awaitPhase("x", "Succeeded");
        assertThat(Harbour.node(done, "x.a").path("message").asString()).isEqualTo("when 'no == yes' evaluated false");
        assertThat(phase(done, "x.b")).isEqualTo("Succeeded");
    }

    @Test
    void fansOutOverItemsAndGathersWhatTheyGive() {
        harbour.run("""
                - name: main
                  steps:
                  - - {name: each, template: pod, withItems: [a, b], arguments: {parameters: [{name: text, value: '{{item}}'}]}}
                  - - {name: all, template: pod, arguments: {parameters: [{name: text, value: '{{steps.each.outputs.result}}'}]}}
                """
                + POD);
        ObjectNode done = harbour.awaitPhase("x", "Succeeded");
        assertThat(phase(done, "x[0].each(1:b)")).isEqualTo("Succeeded");
        assertThat(Harbour.node(done, "x[1].all").path("inputs").path("parameters").path(0).path("value").asString())
                .isEqualTo("[\"a\",\"b\"]");
    }

    @Test
    void countsDownBySequence() {
        harbour.run("""
                - name: main
                  dag:
                    tasks:
                    - {name: n, template: pod, withSequence: {start: '2', end: '0', format: 'v%d'}}
                """ + POD);
        ObjectNode done = harbour.awaitPhase("x", "Succeeded");
        assertThat(phase(done, "x.n(0:v2)")).isEqualTo("Succeeded");
        assertThat(phase(done, "x.n(2:v0)")).isEqualTo("Succeeded");
        assertThat(Harbour.node(done, "x.n").path("type").asString()).isEqualTo("TaskGroup");
    }

    @Test
    void givesOnTheOutputsOfItsSteps() {
        harbour.run("""
                - name: main
                  steps:
                  - - {name: inner, template: inner}
                  - - {name: use, template: pod, arguments: {parameters: [{name: text, value: '{{steps.inner.outputs.parameters.said}}'}]}}
                - name: inner
                  steps:
                  - - {name: write, template: write}
                  outputs:
                    parameters:
                    - {name: said, globalName: word, valueFrom: {expression: "steps.write.outputs.parameters.word + '!'"}}
                - name: write
                  metadata: {annotations: {sandbox.tiphys.dev/output.word: ahoy}}
                  outputs: {parameters: [{name: word, valueFrom: {path: /tmp/word}}]}
                  container: {image: busybox, command: [sh]}
                """ + POD);
        ObjectNode done = harbour.awaitPhase("x", "Succeeded");
        assertThat(Harbour.node(done, "x[1].use").path("inputs").path("parameters").path(0).path("value").asString())
                .isEqualTo("ahoy!");
        assertThat(done.path("status").path("outputs").path("parameters").path(0).path("name").asString())
                .isEqualTo("word");
    }

    @Test
    void endsASuspensionWithTheInputsDefaultOnceItsDurationIsOver() {
        harbour.run("""
                - name: main
                  inputs: {parameters: [{name: decision, default: reject}]}
                  outputs: {parameters: [{name: decision, valueFrom: {supplied: {}}}]}
                  suspend: {duration: 6h}
                """);
        ObjectNode done = harbour.awaitPhase("x", "Succeeded");
        JsonNode output = Harbour.node(done, "x").path("outputs").path("parameters").path(0);
        assertThat(output.path("value").asString()).isEqualTo("reject");
        assertThat(output.has("valueFrom")).isFalse();
    }

    @Test
    void errsWhenASuspensionEndsWithoutAValue() {
        harbour.run("""
                - name: main
                  outputs: {parameters: [{name: decision, valueFrom: {supplied: {}}}]}
                  suspend: {duration: '20'}
                """);
        ObjectNode done = harbour.awaitPhase("x", "Error");
        assertThat(done.path("status").path("message").asString()).isEqualTo(
                "raw output parameter 'decision' has not been set and does not have a default value");
    }

    @Test
    void stopsRecursionAfterAHundredLevels() {
        harbour.run("""
                - name: main
                  steps:
                  - - {name: again, template: main}
                """);
        ObjectNode done = harbour.awaitPhase("x", "Failed");
        assertThat(done.path("status").path("nodes").toString()).contains("Maximum recursion depth exceeded");
    }

    @Test
    void givesUpAfterItsRetries() {
        harbour.run("""
                - name: broken
                  retryStrategy: {limit: 2}
                  metadata: {annotations: {sandbox.tiphys.dev/exit-code: '1'}}
                  container: {image: busybox, command: [sh]}
                """);
        ObjectNode done = harbour.awaitPhase("x", "Failed");
        assertThat(Harbour.node(done, "x").path("message").asString()).isEqualTo("No more retries left");
        assertThat(phase(done, "x(2)")).isEqualTo("Failed");
        assertThat(phase(done, "x(3)")).isEmpty();
    }

    @Test
    void killsAPodThatTakesLongerThanItMay() {
        harbour.run("""
                - name: slow
                  activeDeadlineSeconds: 60
                  metadata: {annotations: {sandbox.tiphys.dev/duration: 3h}}
                  container: {image: busybox, command: [sleep]}
                """);
        ObjectNode done = harbour.awaitPhase("x", "Failed");
        assertThat(Harbour.node(done, "x").path("message").asString())
                .isEqualTo("Pod was active on the node longer than the specified deadline");
    }

    @Test
    void runsItsPodsOneAfterTheOtherWhenTheWorkflowAsksForIt() {
        harbour.run("parallelism: 1\n", """
                - name: main
                  steps:
                  - - {name: each, template: pod, withItems: [1, 2, 3]}
                """ + POD);
        ObjectNode done = harbour.awaitPhase("x", "Succeeded");
        String end = Harbour.node(done, "x[0].each(0:1)").path("finishedAt").asString();
        assertThat(Harbour.node(done, "x[0].each(1:2)").path("startedAt").asString()).isGreaterThanOrEqualTo(end);
    }

    @Test
    void failsASpecThatCameInvalidPastTheServer() {
        harbour.run("""
                - name: main
                  steps:
                  - - {name: a, template: nope}
                """);
        ObjectNode done = harbour.awaitPhase("x", "Failed");
        assertThat(done.path("status").path("message").asString())
                .isEqualTo("invalid spec: templates.main.steps[0].a template name 'nope' undefined");
    }

    @Test
    void failsASucceededWorkflowWhoseExitHandlerFails() {
        harbour.run("onExit: broken\n", POD + BROKEN);
        ObjectNode done = harbour.awaitPhase("x", "Failed");
        assertThat(phase(done, "x")).isEqualTo("Succeeded");
        assertThat(phase(done, "x.onExit")).isEqualTo("Failed");
    }

    @Test
    void waitsSilentlyForAnOutputThatNeverComes() {
        harbour.run("""
                - name: main
                  steps:
                  - - {name: a, template: fails, continueOn: {failed: true}}
                  - - {name: b, template: pod, arguments: {parameters: [{name: text, value: '{{steps.a.outputs.parameters.x}}'}]}}
                - name: fails
                  outputs: {parameters: [{name: x, valueFrom: {parameter: '{{steps.c.outputs.result}}'}}]}
                  steps:
                  - - {name: c, template: broken}
                """
                + POD + BROKEN);
        harbour.awaitNode("x", "x[1]", "Running");
        assertThat(phase(harbour.workflow("x"), "x[1].b")).isEmpty();
        assertThat(phase(harbour.workflow("x"), "x")).isEqualTo("Running");
    }
}
