package dev.tiphys.argo.cd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.junit.jupiter.api.Test;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.cd.LiveResources.ResourceAction;
import dev.tiphys.argo.cd.LiveResources.ResourceRef;
import dev.tiphys.argo.http.StubServer;
import dev.tiphys.argo.http.StubServer.Answer;
import dev.tiphys.argo.http.StubServer.Asked;

class ArgoCdClientTest {

    private static final ApplicationRef SHOP = ApplicationRef.of("shop", "checkout-dev");
    private static final ResourceRef ROLLOUT = ResourceRef.rollout("shop", "checkout");
    private static final String APPLICATION = """
            {"metadata":{"name":"checkout-dev","namespace":"argocd","uid":"u","resourceVersion":"12","labels":{"a":"b"},
              "annotations":null,"ownerReferences":[{"kind":"ApplicationSet","name":"checkout"}]},
             "spec":{"project":"shop","destination":{"name":"dev","namespace":"shop"},
              "source":{"repoURL":"https://git/x","path":"checkout","targetRevision":"main",
               "kustomize":{"images":["reg/checkout:v5"]},
               "helm":{"parameters":[{"name":"z","value":"1.10","forceString":true},{"name":"a","value":"2"}]}},
              "syncPolicy":{"automated":{}}},
             "operation":{"sync":{"revision":"abc"}},
             "status":{"sync":{"status":"Synced","revision":"abc","comparedTo":{"source":{"repoURL":"https://git/x",
               "kustomize":{"images":["reg/checkout:v4"]}},"destination":{}}},
              "health":{"status":"Progressing","message":"rolling"},"reconciledAt":"2026-08-01T10:02:11Z",
              "summary":{"images":["reg/checkout:v4"]},"conditions":[{"type":"ComparisonError","message":"no"}],
              "operationState":{"operation":{"sync":{"revision":"abc"},"info":[{"name":"k","value":"v"}],
                "initiatedBy":{"username":"portal"},"retry":{}},"phase":"Running","message":"m","retryCount":2,
               "syncResult":{"revision":"abc","source":{"repoURL":"https://git/x"},"resources":[]},
               "startedAt":"2026-08-01T10:02:00Z","finishedAt":null}}}
            """;

    @Test
    void readsAnApplication() {
        Application application = asking(Answer.ok(APPLICATION), argoCd -> argoCd.applications().get(SHOP));
        assertThat(application.ref()).hasToString("shop/argocd/checkout-dev");
        assertThat(application.summary().cluster()).isEqualTo("dev");
        assertThat(application.summary().automated()).isTrue();
        assertThat(application.summary().annotations()).isEmpty();
        assertThat(application.summary().source().helmParameters()).containsExactly(Map.entry("z", "1.10"),
                Map.entry("a", "2"));
        assertThat(application.summary().source().forcedStrings()).containsExactly("z");
        assertThat(application.comparedTo().kustomizeImages()).containsExactly("reg/checkout:v4");
        assertThat(application.operationRequested()).isTrue();
        assertThat(application.reconciledAt()).isEqualTo(Instant.parse("2026-08-01T10:02:11Z"));
        assertThat(application.applicationSet()).isEqualTo("checkout");
        assertThat(application.conditions()).singleElement().matches(Application.Condition::isError);
        assertThat(application.findOperation()).hasValueSatisfying(operation -> {
            assertThat(operation.info()).containsEntry("k", "v");
            assertThat(operation.initiatedBy()).isEqualTo("portal");
            assertThat(operation.requestedRevision()).isEqualTo("abc");
            assertThat(operation.retryCount()).isEqualTo(2);
            assertThat(operation.isCompleted()).isFalse();
        });
    }

    @Test
    void readsAnEmptyListOfApplications() {
        assertThat(ArgoCdClientTest.<List<ApplicationSummary>>asking(Answer.ok("{\"metadata\":{},\"items\":null}"),
                argoCd -> argoCd.applications().list("a=b")))
                .isEmpty();
    }

    @Test
    void readsFieldsThatAreNull() {
        String narrow = """
                {"items":[{"metadata":{"name":"x","labels":null,"deletionTimestamp":null},"spec":{"project":"shop",
                 "destination":{"server":"https://k"},"sources":[{"repoURL":"r","chart":"c","targetRevision":"1.0"},{}],
                 "syncPolicy":{"automated":{"enabled":false}}},"status":{"operationState":{"phase":null}}}]}
                """;
        ApplicationSummary summary = asking(Answer.ok(narrow), argoCd -> argoCd.applications().list("")).getFirst();
        assertThat(summary.multiSource()).isTrue();
        assertThat(summary.source().chart()).isEqualTo("c");
        assertThat(summary.cluster()).isEqualTo("https://k");
        assertThat(summary.automated()).isFalse();
        assertThat(summary.deleting()).isFalse();
        assertThat(summary.health()).isEqualTo("Unknown");
        assertThat(summary.operationPhase()).isEmpty();
    }

    @Test
    void alwaysSaysTheProject() {
        Asked get = asked(APPLICATION, argoCd -> argoCd.applications().get(new ApplicationRef("shop", "apps", "a")));
        assertThat(get.uri()).isEqualTo("/argo/api/v1/applications/a?project=shop&appNamespace=apps");
        Asked refresh = asked(APPLICATION, argoCd -> argoCd.applications().refresh(SHOP, Duration.ofSeconds(3)));
        assertThat(refresh.uri()).endsWith("/checkout-dev?project=shop&refresh=normal");
        Asked patch = asked(APPLICATION, argoCd -> argoCd.applications().patch(SHOP, "{\"spec\":{}}"));
        assertThat(patch.method()).isEqualTo("PATCH");
        assertThat(patch.body())
                .isEqualTo("{\"project\":\"shop\",\"patch\":\"{\\\"spec\\\":{}}\",\"patchType\":\"merge\"}");
        Asked live = asked("{\"manifest\":\"{}\"}", argoCd -> argoCd.resources().get(SHOP, ROLLOUT));
        assertThat(live.uri()).endsWith("/checkout-dev/resource?project=shop&namespace=shop&resourceName=checkout"
                + "&version=v1alpha1&group=argoproj.io&kind=Rollout");
    }

    @Test
    void stampsASyncAndAnswersTheResolvedRevision() {
        try (StubServer server = StubServer.answering(asked -> Answer.ok(APPLICATION))) {
            String revision = connect(server).applications().sync(SHOP, Map.of("b", "2", "a", "1"));
            assertThat(revision).isEqualTo("abc");
            assertThat(server.last().uri()).isEqualTo("/argo/api/v1/applications/checkout-dev/sync");
            assertThat(server.last().body()).isEqualTo("{\"project\":\"shop\",\"infos\":"
                    + "[{\"name\":\"a\",\"value\":\"1\"},{\"name\":\"b\",\"value\":\"2\"}]}");
        }
    }

    @Test
    void terminatesWithTheExactContentType() {
        Asked terminate = asked("{}", argoCd -> {
            argoCd.applications().terminate(SHOP);
            return "";
        });
        assertThat(terminate.method()).isEqualTo("DELETE");
        assertThat(terminate.contentType()).isEqualTo("application/json");
        assertThat(terminate.uri()).endsWith("/checkout-dev/operation?project=shop");
    }

    @Test
    void sortsActionsByName() {
        assertThat(ArgoCdClientTest.<List<ResourceAction>>asking(
                Answer.ok("{\"actions\":[{\"name\":\"retry\",\"disabled\":true},{\"name\":\"abort\"}]}"),
                argoCd -> argoCd.resources().actions(SHOP, ROLLOUT))).containsExactly(
                        new ResourceAction("abort", false), new ResourceAction("retry", true));
    }

    @Test
    void runsAnActionInTheOldFormWhereTheNewOneIsUnknown() {
        try (StubServer server = StubServer.answering(asked -> asked.uri().endsWith("/v2")
                ? new Answer(404, "Not Found\n", List.of())
                : Answer.ok("{}"))) {
            connect(server).resources().run(SHOP, ROLLOUT, "promote-full");
            assertThat(server.asked()).hasSize(2);
            assertThat(server.asked().getFirst().body()).contains("\"action\":\"promote-full\"",
                    "\"project\":\"shop\"");
            assertThat(server.last().body()).isEqualTo("\"promote-full\"");
            assertThat(server.last().uri()).contains("/resource/actions?project=shop&namespace=shop");
        }
    }

    @Test
    void doesNotTakeAMissingApplicationForAnOldServer() {
        try (StubServer server = StubServer
                .answering(asked -> Answer.error(404, 5, "applications.argoproj.io \\\"x\\\" not found"))) {
            assertThatExceptionOfType(ArgoException.NotFound.class)
                    .isThrownBy(() -> connect(server).resources().run(SHOP, ROLLOUT, "abort"));
            assertThat(server.asked()).hasSize(1);
        }
    }

    @Test
    void takesAnEmptyUserForABadToken() {
        assertThatExceptionOfType(ArgoException.Unauthenticated.class)
                .isThrownBy(() -> asking(Answer.ok("{}"), argoCd -> argoCd.clusters().username()));
        assertThat(ArgoCdClientTest.<String>asking(Answer.ok("{\"loggedIn\":true,\"username\":\"portal\"}"),
                argoCd -> argoCd.clusters().username())).isEqualTo("portal");
    }

    @Test
    void readsTheVersionUnderItsCapitalisedKey() {
        assertThat(ArgoCdClientTest.<String>asking(Answer.ok("{\"Version\":\"v3.5.1+109ca7c\"}"),
                argoCd -> argoCd.clusters().version()))
                .isEqualTo("v3.5.1+109ca7c");
    }

    @Test
    void readsClustersAndWindows() {
        assertThat(ArgoCdClientTest.<List<Clusters.Cluster>>asking(Answer.ok("""
                {"items":[{"server":"https://k","name":"dev","labels":{"environment":"dev"},"connectionState":{},
                 "info":{"connectionState":{"status":"Successful","attemptedAt":"2026-08-01T10:00:00Z"},
                  "serverVersion":"1.34","applicationsCount":3}}]}"""), argoCd -> argoCd.clusters().list()))
                .containsExactly(new Clusters.Cluster("dev", "https://k", Map.of("environment", "dev"), "1.34",
                        "Successful", "", Instant.parse("2026-08-01T10:00:00Z"), 3));
        assertThat(ArgoCdClientTest.<Clusters.SyncWindows>asking(
                Answer.ok("{\"activeWindows\":[{\"kind\":\"deny\",\"schedule\":\"0 22 * * *\","
                        + "\"duration\":\"8h\",\"manualSync\":false}],\"canSync\":false}"),
                argoCd -> argoCd.clusters().syncWindows(SHOP)))
                .isEqualTo(new Clusters.SyncWindows(false, List.of("deny 0 22 * * * for 8h")));
    }

    @Test
    void readsTheTree() {
        assertThat(ArgoCdClientTest.<List<LiveResources.ResourceNode>>asking(Answer.ok("""
                {"nodes":[{"group":"argoproj.io","version":"v1alpha1","kind":"Rollout","namespace":"shop",
                 "name":"checkout","uid":"u","parentRefs":[{"uid":"p"}],"images":["a"],
                 "health":{"status":"Suspended","message":"paused"}}]}"""), argoCd -> argoCd.resources().tree(SHOP)))
                .containsExactly(new LiveResources.ResourceNode(ROLLOUT, "u", List.of("p"), "Suspended", "paused",
                        List.of("a")));
    }

    private static <T> T asking(Answer answer, Function<ArgoCd, T> question) {
        try (StubServer server = StubServer.answering(asked -> answer)) {
            return question.apply(connect(server));
        }
    }

    private static Asked asked(String answer, Function<ArgoCd, Object> question) {
        try (StubServer server = StubServer.answering(asked -> Answer.ok(answer))) {
            assertThat(question.apply(connect(server))).isNotNull();
            return server.last();
        }
    }

    private static ArgoCd connect(StubServer server) {
        return ArgoCdClient.connect(ArgoCdConnection.to("main", server.uri(), () -> "secret"));
    }
}
