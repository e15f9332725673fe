package dev.tiphys.sandbox.kubeapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KubectlTest {

    private static final String WORKFLOW = """
            apiVersion: argoproj.io/v1alpha1
            kind: Workflow
            metadata: {name: hello, namespace: promotions, labels: {app: hello}}
            spec: {entrypoint: main, templates: [{name: main, suspend: {}}]}
            """;

    private final KubernetesSandbox sandbox;
    private final Kubectl member;
    private final Kubectl hub;

    KubectlTest(@TempDir Path folder) throws IOException {
        sandbox = new KubernetesSandbox();
        member = new Kubectl(Files.createDirectory(folder.resolve("member")), sandbox.address(), "prod-east");
        hub = new Kubectl(Files.createDirectory(folder.resolve("hub")), sandbox.address(), "hub");
    }

    @BeforeAll
    static void requireKubectl() {
        assumeTrue(Kubectl.isInstalled(), "SKIPPED: there is no kubectl on the PATH");
    }

    @AfterAll
    void close() {
        sandbox.close();
    }

    @Test
    void printsTablesOfRolloutsAndApplications() throws Exception {
        assertThat(member.run("get", "ro")).containsPattern("NAME +DESIRED +CURRENT +UP-TO-DATE +AVAILABLE +AGE")
                .containsPattern("checkout +5 +5 +5 +5 ");
        assertThat(hub.run("get", "applications", "-n", "argocd", "-l", "tiphys.dev/team=payments-team"))
                .containsPattern("checkout-prod-east +Synced +Healthy").doesNotContain("catalogue");
    }

    @Test
    void showsAWholeObjectAsYaml() throws Exception {
        assertThat(member.run("get", "rollout", "checkout", "-o", "yaml")).contains("kind: Rollout", "phase: Healthy",
                "image: registry.example/checkout:v4");
        assertThat(member.run("get", "rollout", "nothing"))
                .contains("Error from server (NotFound): rollouts.argoproj.io \"nothing\" not found", "exit 1");
    }

    @Test
    void patchesRolloutsByMergeAndJsonPatchButNotStrategically() throws Exception {
        assertThat(member.run("patch", "rollout", "catalogue", "--type", "merge", "-p", "{\"spec\":{\"paused\":true}}"))
                .contains("rollout.argoproj.io/catalogue patched");
        assertThat(member.run("patch", "rollout", "catalogue", "--type", "json", "-p",
                "[{\"op\":\"test\",\"path\":\"/spec/paused\",\"value\":true},"
                        + "{\"op\":\"replace\",\"path\":\"/spec/paused\",\"value\":false}]"))
                .contains("patched");
        assertThat(member.run("patch", "rollout", "catalogue", "--type", "json", "-p",
                "[{\"op\":\"test\",\"path\":\"/spec/paused\",\"value\":true}]")).contains("exit 1");
        assertThat(member.run("patch", "rollout", "catalogue", "--type", "strategic", "-p", "{\"spec\":{}}"))
                .contains("accepted media types include: application/json-patch+json", "exit 1");
        assertThat(member.run("patch", "rollout", "checkout", "--subresource", "status", "--type", "merge", "-p",
                "{\"status\":{\"abort\":true},\"spec\":{\"replicas\":99}}")).contains("patched");
        assertThat(member.run("get", "rollout", "checkout", "-o", "jsonpath={.status.abort} {.spec.replicas}"))
                .startsWith("true 5");
    }

    @Test
    void patchesSecretsStrategically() throws Exception {
        assertThat(hub.run("patch", "secret", "tiphys-events", "-n", "promotions", "-p",
                "{\"stringData\":{\"more\":\"x\"}}")).contains("secret/tiphys-events patched");
        assertThat(hub.run("get", "secret", "tiphys-events", "-n", "promotions", "-o",
                "jsonpath={.data.more} {.data.url}")).startsWith("eA== aHR0cDovL2V2ZW50cw==");
    }

    @Test
    void appliesTwiceAndDeletes() throws Exception {
        assertThat(hub.apply(WORKFLOW)).contains("workflow.argoproj.io/hello created", "exit 0");
        assertThat(hub.apply(WORKFLOW)).contains("workflow.argoproj.io/hello unchanged", "exit 0");
        assertThat(hub.apply(WORKFLOW.replace("entrypoint: main", "entrypoint: main, suspend: true")))
                .contains("workflow.argoproj.io/hello configured", "exit 0");
        assertThat(hub.run("get", "wf", "-n", "promotions", "-l", "app in (hello)", "-o", "name"))
                .contains("workflow.argoproj.io/hello");
        assertThat(hub.run("delete", "workflow", "hello", "-n", "promotions"))
                .contains("workflow.argoproj.io \"hello\" deleted", "exit 0");
    }

    @Test
    void appliesASecretAndADeploymentOfBuiltInKinds() throws Exception {
        String secret = """
                apiVersion: v1
                kind: Secret
                metadata: {name: applied, namespace: promotions}
                stringData: {key: one}
                """;
        assertThat(hub.apply(secret)).contains("secret/applied created");
        assertThat(hub.apply(secret.replace("one", "two"))).contains("secret/applied configured", "exit 0");
    }

    @Test
    void deletesANamespaceWithAllThatIsInIt() throws Exception {
        assertThat(hub.apply("{apiVersion: v1, kind: Namespace, metadata: {name: extra}}"))
                .contains("namespace/extra created");
        assertThat(hub.apply("{apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: extra}}"))
                .contains("configmap/c created");
        assertThat(hub.run("delete", "namespace", "extra")).contains("deleted", "exit 0");
        assertThat(hub.run("get", "configmaps", "-n", "extra")).contains("No resources found");
    }

    @Test
    void saysThatItReadsJsonAlone() throws Exception {
        assertThat(hub.run("create", "namespace", "more")).contains("the sandbox reads JSON alone", "exit 1");
    }

    @Test
    void seesChangesAsTheyHappen() throws Exception {
        try (Kubectl.Running watch = hub.follow("checkout-dev", "get", "applications", "-n", "argocd", "-w",
                "-o", "name", "-l", "tiphys.dev/service=checkout")) {
            assertThat(hub.run("label", "application", "checkout-stage", "-n", "argocd", "seen=yes"))
                    .contains("labeled");
            assertThat(watch.awaitLine("checkout-stage")).contains("checkout-stage");
        }
    }

    @Test
    void mayDoEverythingWithATokenAndNothingWithout() throws Exception {
        assertThat(hub.run("auth", "can-i", "create", "workflows.argoproj.io", "-n", "promotions")).startsWith("yes");
        assertThat(hub.run("--server", sandbox.cluster("hub").toString(), "get", "secrets", "-n", "promotions"))
                .contains("You must be logged in",
                        "exit 1");
    }

    @Test
    void saysThatServerSideApplyIsNotPlayed() throws Exception {
        assertThat(hub.apply(WORKFLOW.replace("name: hello", "name: other"), "--server-side"))
                .contains("the sandbox plays no server-side apply", "exit 1");
    }
}
