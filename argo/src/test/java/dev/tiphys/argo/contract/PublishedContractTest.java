package dev.tiphys.argo.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.Subscription;
import dev.tiphys.argo.cd.ApplicationRef;
import dev.tiphys.argo.cd.ApplicationSummary;
import dev.tiphys.argo.cd.ApplicationWatcher;
import dev.tiphys.argo.cd.ArgoCd;
import dev.tiphys.argo.cd.ArgoCdClient;
import dev.tiphys.argo.cd.ArgoCdConnection;
import dev.tiphys.argo.cd.LiveResources.ResourceRef;
import dev.tiphys.argo.http.StubServer;
import dev.tiphys.argo.http.StubServer.Answer;
import dev.tiphys.argo.http.StubServer.Asked;
import dev.tiphys.argo.hub.HubConnection;
import dev.tiphys.argo.workflows.WorkflowRun;
import dev.tiphys.argo.workflows.WorkflowWatcher;
import dev.tiphys.argo.workflows.Workflows;
import dev.tiphys.argo.workflows.Workflows.Decision;
import dev.tiphys.argo.workflows.WorkflowsClient;
import dev.tiphys.argo.workflows.WorkflowsConnection;

/// Makes every call of the ports once and looks each up in the published contract.
class PublishedContractTest {

    private static final ApplicationRef SHOP = new ApplicationRef("shop", "apps", "checkout-dev");
    private static final ResourceRef ROLLOUT = ResourceRef.rollout("shop", "checkout");
    private static final String ANSWER = """
            {"loggedIn":true,"metadata":{"name":"x"},"spec":{"project":"shop"},"manifest":"{}","items":null}""";

    @Test
    void asksArgoCdOnlyForWhatItPublishes() {
        // `fields` is read by the gateway itself and stands in no contract.
        check("argocd-swagger.json", Set.of("fields"), server -> {
            ArgoCd argoCd = ArgoCdClient.connect(ArgoCdConnection.to("main", server.uri(), () -> "secret"));
            argoCd.applications().list("a=b");
            argoCd.applications().get(SHOP);
            argoCd.applications().refresh(SHOP, Duration.ofSeconds(1));
            argoCd.applications().patch(SHOP, "{}");
            argoCd.applications().sync(SHOP, Map.of("a", "b"));
            argoCd.applications().terminate(SHOP);
            argoCd.applications().manifests(SHOP);
            argoCd.resources().tree(SHOP);
            argoCd.resources().get(SHOP, ROLLOUT);
            argoCd.resources().actions(SHOP, ROLLOUT);
            argoCd.resources().run(SHOP, ROLLOUT, "abort");
            argoCd.clusters().list();
            argoCd.applicationSets().list();
            argoCd.clusters().syncWindows(SHOP);
            argoCd.clusters().username();
            argoCd.clusters().version();
            try (Subscription watch = argoCd.applications().watch("a=b", new DeafToApplications())) {
                assertThat(watch).isNotNull();
                awaitCall(server, asked -> asked.uri().contains("/stream/"));
            }
        });
    }

    @Test
    void asksTheArgoServerOnlyForWhatItPublishes() {
        check("workflows-swagger.json", Set.of(), server -> {
            HubConnection hub = HubConnection.to("hub", URI.create("http://127.0.0.1:1"), () -> "secret");
            Workflows workflows = WorkflowsClient
                    .connect(WorkflowsConnection.to("main", server.uri(), () -> "secret", hub));
            workflows.create("promotions", "{}");
            workflows.lint("promotions", "{}");
            workflows.get("promotions", "p");
            workflows.list("promotions", "a=b", 10, 10);
            workflows.version();
            workflows.info();
            workflows.control().decide("promotions", "p", new Decision("n", Map.of("a", "b"), "m"));
            workflows.control().refuse("promotions", "p", "n", "m");
            workflows.control().suspend("promotions", "p");
            workflows.control().retry("promotions", "p");
            workflows.templates().list("promotions");
            workflows.templates().get("promotions", "t");
            workflows.templates().create("promotions", "{}");
            workflows.templates().lint("promotions", "{}");
            try (Subscription watch = workflows.watch("promotions", "a=b", new DeafToWorkflows());
                    Subscription log = workflows.logs("promotions", "p", "pod", false, new DeafToLogs())) {
                assertThat(watch).isNotEqualTo(log);
                awaitCall(server, asked -> asked.uri().contains("workflow-events"));
                awaitCall(server, asked -> asked.uri().contains("/log?"));
            }
        });
    }

    private static void check(String contract, Set<String> alsoKnown, Consumer<StubServer> calls) {
        Optional<Swagger> swagger = Swagger.find(contract);
        assumeTrue(swagger.isPresent(), () -> "SKIPPED: " + contract + " was not found; name its folder with"
                + " -Dcontracts.dir");
        try (StubServer server = StubServer.answering(asked -> Answer.ok(ANSWER))) {
            calls.accept(server);
            List<String> objections = server.asked().stream()
                    .map(asked -> swagger.get().objection(asked, "/argo", alsoKnown))
                    .filter(objection -> !objection.isEmpty()).distinct().toList();
            assertThat(objections).isEmpty();
        }
    }

    private static void awaitCall(StubServer server, Predicate<Asked> wanted) {
        CountDownLatch tick = new CountDownLatch(1);
        for (int i = 0; i < 500 && server.asked().stream().noneMatch(wanted); i++) {
            try {
                assertThat(tick.await(10, TimeUnit.MILLISECONDS)).isFalse();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        assertThat(server.asked()).anyMatch(wanted);
    }

    private static final class DeafToApplications implements ApplicationWatcher {
        @Override
        public void listed(List<ApplicationSummary> applications) {
            // deaf
        }

        @Override
        public void changed(ApplicationSummary application) {
            // deaf
        }

        @Override
        public void deleted(ApplicationRef application) {
            // deaf
        }

        @Override
        public void interrupted(ArgoException reason) {
            // deaf
        }
    }

    private static final class DeafToWorkflows implements WorkflowWatcher {
        @Override
        public void listed(List<WorkflowRun> runs) {
            // deaf
        }

        @Override
        public void changed(WorkflowRun run) {
            // deaf
        }

        @Override
        public void deleted(WorkflowRun run) {
            // deaf
        }

        @Override
        public void interrupted(ArgoException reason) {
            // deaf
        }
    }

    private static final class DeafToLogs implements Workflows.LogReader {
        @Override
        public void line(String podName, String text) {
            // deaf
        }

        @Override
        public void ended() {
            // deaf
        }

        @Override
        public void failed(ArgoException reason) {
            // deaf
        }
    }
}
