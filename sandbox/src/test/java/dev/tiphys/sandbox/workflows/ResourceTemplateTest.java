package dev.tiphys.sandbox.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.kube.Kind;
import dev.tiphys.sandbox.kube.WatchEvent;
import dev.tiphys.sandbox.workflows.engine.Subscriptions;

/// Workflows that call workflows of another namespace, as resource templates do it.
class ResourceTemplateTest {

    private static final String CHILD = """
            - name: child
              resource:
                action: apply
                successCondition: status.phase == Succeeded
                failureCondition: status.phase in (Failed, Error)
                manifest: |
                  apiVersion: argoproj.io/v1alpha1
                  kind: Workflow
                  metadata: {name: "{{workflow.name}}-child", namespace: databases}
                  spec:
                    workflowTemplateRef: {name: make}
                    arguments: {parameters: [{name: size, value: {{=toJson(workflow.parameters['the-size'])}}}]}
              outputs:
                parameters:
                - {name: endpoint, globalName: endpoint, valueFrom: {jqFilter: '.status.outputs.parameters[]? | select(.name=="endpoint") | .value'}}
            """;
    private static final String SPEC = """
            serviceAccountName: caller
            arguments: {parameters: [{name: the-size, value: 'small"}, {x: '}]}
            """;

    private final Harbour harbour = new Harbour();

    @AfterEach
    void close() {
        harbour.close();
    }

    @BeforeEach
    void furnish() {
        for (String namespace : new String[]{"promotions", "databases"}) {
            create("{apiVersion: v1, kind: Namespace, metadata: {name: " + namespace + "}}");
        }
        create("{apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: b, namespace: databases},"
                + " roleRef: {kind: Role, name: r}, subjects: [{kind: ServiceAccount, name: caller, namespace: promotions}]}");
        allow("get, create, patch");
    }

    private void create(String yaml) {
        harbour.world().store().create(World.HUB, Harbour.yaml(yaml));
    }

    private void allow(String verbs) {
        create("{apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: r, namespace: databases},"
                + " rules: [{apiGroups: [argoproj.io], resources: [workflows], verbs: [" + verbs + "]}]}");
    }

    private void template(String annotations) {
        create("""
                apiVersion: argoproj.io/v1alpha1
                kind: WorkflowTemplate
                metadata: {name: make, namespace: databases}
                spec:
                  entrypoint: main
                  arguments: {parameters: [{name: size}]}
                  templates:
                  - name: main
                    metadata: {annotations: {%s}}
                    container: {image: busybox, command: [sh]}
                    outputs: {parameters: [{name: endpoint, globalName: endpoint, valueFrom: {path: /tmp/endpoint}}]}
                """.formatted(annotations));
    }

    private ObjectNode child() {
        return harbour.world().store().get(World.HUB, Kind.WORKFLOW, "databases", "x-child");
    }

    private static String message(ObjectNode workflow) {
        return Harbour.node(workflow, "x").path("message").asString("");
    }

    @Test
    void waitsForTheChildAndTakesItsOutputs() {
        template("sandbox.tiphys.dev/output.endpoint: 'db.example:5432'");
        harbour.run(SPEC, CHILD);

        ObjectNode done = harbour.awaitPhase("x", "Succeeded");
        assertThat(done.path("status").path("outputs").path("parameters").path(0).path("value").asString())
                .isEqualTo("db.example:5432");
        assertThat(child().path("spec").path("arguments").path("parameters").path(0).path("value").asString())
                .isEqualTo("small\"}, {x: ");
    }

    @Test
    void failsWithTheChildInTheWordsOfArgo() {
        template("sandbox.tiphys.dev/exit-code: '3'");
        harbour.run(SPEC, CHILD);

        assertThat(message(harbour.awaitPhase("x", "Failed"))).isEqualTo(
                "Error (exit code 64): failure condition '{status.phase in [Error Failed]}' evaluated true");
    }

    @Test
    void mayDoNoMoreThanItsServiceAccount() {
        template("");
        harbour.world().store().delete(World.HUB, Kind.ROLE, "databases", "r");
        harbour.run(SPEC, CHILD);

        assertThat(message(harbour.awaitPhase("x", "Failed"))).isEqualTo("Error (exit code 64): Error from server"
                + " (Forbidden): workflows.argoproj.io \"x-child\" is forbidden: User"
                + " \"system:serviceaccount:promotions:caller\" cannot get resource \"workflows\" in API group"
                + " \"argoproj.io\" in the namespace \"databases\"");
    }

    @Test
    void aChildThatIsDeletedFailsIt() {
        template("sandbox.tiphys.dev/duration: 5h");
        AutoCloseable watch = harbour.world().store().watch(World.HUB, Kind.WORKFLOW, event -> {
            if (event.type() == WatchEvent.Type.MODIFIED && event.object().path("metadata").path("name").asString("")
                    .equals("x-child") && event.object().path("status").has("phase")) {
                harbour.world().clock().execute(() -> harbour.world().store()
                        .find(World.HUB, Kind.WORKFLOW, "databases", "x-child")
                        .ifPresent(there -> harbour.world().store().delete(World.HUB, Kind.WORKFLOW, "databases",
                                "x-child")));
            }
        });
        harbour.run(SPEC, CHILD);

        assertThat(message(harbour.awaitPhase("x", "Failed"))).contains("The resource has been deleted while its status"
                + " was still being checked. Will not be retried: workflows.argoproj.io \"x-child\" not found");
        Subscriptions.end(watch);
    }

    @Test
    void stoppingTheParentLeavesTheChildAloneUntilItsExitHandlerStopsIt() {
        template("sandbox.tiphys.dev/duration: 5h");
        harbour.run(SPEC + "onExit: stop\n", CHILD + """
                - name: stop
                  resource:
                    action: patch
                    mergeStrategy: merge
                    flags: [workflows.argoproj.io, "{{workflow.name}}-child", -n, databases]
                    manifest: '{"spec": {"shutdown": "Stop"}}'
                """);
        awaitChild("Running");
        harbour.call("PUT", "/api/v1/workflows/promotions/x/stop", "{}");

        ObjectNode stopped = harbour.awaitPhase("x", "Failed");
        assertThat(Harbour.node(stopped, "x").path("message").asString()).startsWith("workflow shutdown");
        assertThat(Harbour.node(stopped, "x.onExit").path("phase").asString()).isEqualTo("Succeeded");
        assertThat(awaitChild("Failed").path("status").path("message").asString())
                .isEqualTo("Stopped with strategy 'Stop'");
    }

    @Test
    void withoutAnExitHandlerTheChildGoesOn() {
        template("sandbox.tiphys.dev/duration: 1h");
        harbour.run(SPEC, CHILD);
        awaitChild("Running");
        harbour.call("PUT", "/api/v1/workflows/promotions/x/terminate", "{}");

        harbour.awaitPhase("x", "Failed");
        assertThat(awaitChild("Succeeded").path("spec").has("shutdown")).isFalse();
    }

    private ObjectNode awaitChild(String phase) {
        return harbour.await("x-child", "databases",
                workflow -> workflow.path("status").path("phase").asString("").equals(phase));
    }
}
