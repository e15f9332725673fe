package dev.tiphys.argo.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.Subscription;
import dev.tiphys.argo.http.StubServer;
import dev.tiphys.argo.http.StubServer.Answer;
import dev.tiphys.argo.hub.HubConnection;
import dev.tiphys.argo.workflows.Workflows.Decision;

class WorkflowsClientTest {

    private static final String RUN = """
            {"metadata":{"name":"p-1","namespace":"promotions","uid":"u","resourceVersion":"7"},"spec":{"suspend":true},
             "status":{"phase":"Running","progress":"1/3","startedAt":"2026-11-20T10:00:00Z","finishedAt":null,
              "nodes":{"p-1-9":{"id":"p-1-9","name":"p-1.ask","displayName":"ask","type":"Suspend","templateName":"approve",
               "phase":"Running","boundaryID":"p-1","inputs":{"parameters":[{"name":"decision","value":"reject"}]},
               "outputs":{"parameters":[{"name":"decision","valueFrom":{"supplied":{}}}],"exitCode":"0"}}}}}
            """;

    @Test
    void readsARunWithItsNodes() {
        try (StubServer server = StubServer.answering(asked -> Answer.ok(RUN))) {
            WorkflowRun run = connect(server).get("promotions", "p-1");
            assertThat(server.last().uri()).isEqualTo("/argo/api/v1/workflows/promotions/p-1");
            assertThat(run.suspended()).isTrue();
            assertThat(run.isFinished()).isFalse();
            assertThat(run.findNode("p-1.ask")).hasValueSatisfying(node -> {
                assertThat(node.inputs()).containsEntry("decision", "reject");
                assertThat(node.outputs()).isEmpty();
                assertThat(node.boundaryId()).isEqualTo("p-1");
            });
        }
    }

    @Test
    void recognisesANameThatExists() {
        try (StubServer server = StubServer.answering(asked -> Answer.error(409, 6, "already exists"))) {
            assertThatExceptionOfType(ArgoException.Conflict.class)
                    .isThrownBy(() -> connect(server).create("promotions", "{\"metadata\":{\"name\":\"p-1\"}}"));
            assertThat(server.last().body()).isEqualTo("{\"workflow\":{\"metadata\":{\"name\":\"p-1\"}}}");
        }
    }

    @Test
    void takesTheErrorsOfALintForItsVerdict() {
        try (StubServer server = StubServer
                .answering(asked -> Answer.error(500, 2, "template name 'nope' undefined"))) {
            assertThat(connect(server).lint("promotions", "{\"spec\":{}}"))
                    .containsExactly("template name 'nope' undefined");
            assertThat(server.asked()).hasSize(1);
            assertThat(server.last().body()).contains("\"metadata\":{\"namespace\":\"promotions\"}");
        }
        try (StubServer server = StubServer.answering(asked -> Answer.error(404, 5, "template not found"))) {
            assertThat(connect(server).lint("promotions", "{}")).containsExactly("template not found");
        }
        try (StubServer server = StubServer.answering(asked -> Answer.ok(RUN))) {
            assertThat(connect(server).lint("promotions", "{}")).isEmpty();
        }
    }

    @Test
    void doesNotTakeABrokenServerForAVerdict() {
        try (StubServer server = StubServer.answering(asked -> new Answer(500, "oops", List.of()))) {
            assertThatExceptionOfType(ArgoException.Unavailable.class)
                    .isThrownBy(() -> connect(server).lint("promotions", "{}"));
        }
        try (StubServer server = StubServer.answering(asked -> Answer.error(403, 7, "no right"))) {
            assertThatExceptionOfType(ArgoException.Forbidden.class)
                    .isThrownBy(() -> connect(server).templates().lint("promotions", "{}"));
        }
    }

    @Test
    void decidesANodeInOneCall() {
        try (StubServer server = StubServer.answering(asked -> Answer.ok(RUN))) {
            connect(server).control().decide("promotions", "p-1",
                    new Decision("p-1-9", Map.of("decision", "approve"), "by bob"));
            assertThat(server.last().method()).isEqualTo("PUT");
            assertThat(server.last().uri()).isEqualTo("/argo/api/v1/workflows/promotions/p-1/set");
            assertThat(server.last().body()).isEqualTo("{\"nodeFieldSelector\":\"id=p-1-9\",\"message\":\"by bob\","
                    + "\"phase\":\"Succeeded\",\"outputParameters\":\"{\\\"decision\\\":\\\"approve\\\"}\"}");
        }
    }

    @Test
    void callsASecondDecisionAConflict() {
        try (StubServer server = StubServer.answering(asked -> Answer.error(500, 13,
                "currently, set only targets suspend nodes: no suspend nodes matching nodeFieldSelector: id=p-1-9"))) {
            assertThatExceptionOfType(ArgoException.Conflict.class).isThrownBy(() -> connect(server).control()
                    .decide("promotions", "p-1", new Decision("p-1-9", Map.of(), "")));
        }
    }

    @Test
    void resumesAndStopsByAPatchOfTheObject() {
        try (StubServer server = StubServer.answering(asked -> Answer.ok("""
                {"apiVersion":"argoproj.io/v1alpha1","kind":"Workflow","metadata":{"name":"p-1"}}"""))) {
            WorkflowControl control = connect(server).control();
            control.resume("promotions", "p-1");
            assertThat(server.last().method()).isEqualTo("PATCH");
            assertThat(server.last().contentType()).startsWith("application/merge-patch+json");
            assertThat(server.last().authorization()).isEqualTo("Bearer hub-secret");
            assertThat(server.last().uri()).startsWith(
                    "/argo/kube/hub/apis/argoproj.io/v1alpha1/namespaces/promotions/workflows/p-1");
            assertThat(server.last().body()).isEqualTo("{\"spec\":{\"suspend\":null}}");
            control.stop("promotions", "p-1");
            assertThat(server.last().body()).isEqualTo("{\"spec\":{\"suspend\":null,\"shutdown\":\"Stop\"}}");
            assertThat(server.asked()).filteredOn(asked -> asked.method().equals("PATCH")).hasSize(2);
        }
    }

    @Test
    void tellsTheHubsErrorsByType() {
        try (StubServer server = StubServer.answering(asked -> new Answer(404, """
                {"kind":"Status","apiVersion":"v1","status":"Failure","message":"workflows \\"p-1\\" not found","code":404}
                """, List.of()))) {
            assertThatExceptionOfType(ArgoException.NotFound.class)
                    .isThrownBy(() -> connect(server).control().resume("promotions", "p-1"));
        }
    }

    @Test
    void pagesByOffset() {
        try (StubServer server = StubServer.answering(asked -> Answer.ok("{\"metadata\":{},\"items\":null}"))) {
            assertThat(connect(server).list("promotions", "a=b", 50, 25)).isEmpty();
            assertThat(server.last().uri()).contains("listOptions.limit=25", "listOptions.continue=50",
                    "listOptions.labelSelector=a%3Db", "fields=metadata%2Citems.metadata.name");
        }
    }

    @Test
    void followsALog() throws InterruptedException {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        try (StubServer server = StubServer.answering(asked -> Answer.ok(
                "data: {\"result\":{\"content\":\"hello\",\"podName\":\"p-1-x\"}} \n\n\n:\n"));
                Subscription log = connect(
                        server).logs("promotions", "p-1", "p-1-x", true, new Lines(heard))) {
            assertThat(log).isNotNull();
            assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("p-1-x: hello");
            assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("ended");
            assertThat(server.last().uri()).contains("/promotions/p-1/log?podName=p-1-x&logOptions.container=main"
                    + "&logOptions.follow=true");
        }
    }

    private static Workflows connect(StubServer server) {
        HubConnection hub = HubConnection.to("hub", URI.create(server.uri() + "kube/hub"), () -> "hub-secret");
        return WorkflowsClient.connect(WorkflowsConnection.to("main", server.uri(), () -> "secret", hub));
    }

    private record Lines(BlockingQueue<String> heard) implements Workflows.LogReader {

        @Override
        public void line(String podName, String text) {
            heard.add(podName + ": " + text);
        }

        @Override
        public void ended() {
            heard.add("ended");
        }

        @Override
        public void failed(ArgoException reason) {
            heard.add("failed " + reason.getMessage());
        }
    }
}
