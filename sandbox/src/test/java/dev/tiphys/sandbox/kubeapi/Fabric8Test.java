package dev.tiphys.sandbox.kubeapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class Fabric8Test {

    private static final ResourceDefinitionContext ROLLOUTS = new ResourceDefinitionContext.Builder()
            .withGroup("argoproj.io").withVersion("v1alpha1").withKind("Rollout").withPlural("rollouts")
            .withNamespaced(true).build();

    private final KubernetesSandbox sandbox;
    private final KubernetesClient client;

    Fabric8Test() throws IOException {
        sandbox = new KubernetesSandbox();
        Config config = new ConfigBuilder(Config.empty())
                .withMasterUrl(sandbox.cluster("prod-east").toString()).withOauthToken(KubernetesSandbox.TOKEN)
                .build();
        client = new KubernetesClientBuilder().withConfig(config).build();
    }

    @AfterEach
    void close() {
        client.close();
        sandbox.close();
    }

    @Test
    void replacesListsByMergePatchAndKeepsTheStatusOutOfTheSpec() {
        GenericKubernetesResource rollout = client.genericKubernetesResources(ROLLOUTS).inNamespace("shop")
                .withName("checkout").patch(PatchContext.of(PatchType.JSON_MERGE),
                        "{\"spec\":{\"strategy\":{\"canary\":{\"steps\":[{\"setWeight\":50}]}}},"
                                + "\"status\":{\"abort\":true}}");
        assertThat((List<?>) rollout.get("spec", "strategy", "canary", "steps")).hasSize(1);
        assertThat(rollout.<Boolean>get("status", "abort")).isNull();
        GenericKubernetesResource aborted = client.genericKubernetesResources(ROLLOUTS).inNamespace("shop")
                .withName("checkout").subresource("status")
                .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"status\":{\"abort\":true}}");
        assertThat((Boolean) aborted.get("status", "abort")).isTrue();
    }

    @Test
    void refusesAFailedTestAtOnce() {
        assertThatThrownBy(() -> client.genericKubernetesResources(ROLLOUTS).inNamespace("shop").withName("checkout")
                .patch(PatchContext.of(PatchType.JSON),
                        "[{\"op\":\"test\",\"path\":\"/spec/replicas\",\"value\":3}]"))
                .isInstanceOfSatisfying(KubernetesClientException.class,
                        refused -> assertThat(refused.getCode()).isEqualTo(422));
    }

    @Test
    void refusesAReplaceFromAnOldVersion() {
        var secret = client.secrets().inNamespace("shop")
                .resource(new SecretBuilder().withNewMetadata().withName("s").endMetadata().build()).create();
        secret.setStringData(java.util.Map.of("a", "b"));
        client.secrets().inNamespace("shop").resource(secret).update();
        assertThatThrownBy(() -> client.secrets().inNamespace("shop").resource(secret).update())
                .isInstanceOfSatisfying(KubernetesClientException.class,
                        refused -> assertThat(refused.getCode()).isEqualTo(409));
    }

    @Test
    void hearsOfChanges() throws Exception {
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        try (Watch _ = client.genericKubernetesResources(ROLLOUTS).inNamespace("shop").withName("checkout")
                .watch(new Recorder(seen))) {
            assertThat(seen.poll(20, TimeUnit.SECONDS)).isEqualTo("ADDED checkout");
            client.genericKubernetesResources(ROLLOUTS).inNamespace("shop").withName("checkout")
                    .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"spec\":{\"paused\":true}}");
            assertThat(seen.poll(20, TimeUnit.SECONDS)).isEqualTo("MODIFIED checkout");
        }
    }

    @Test
    void pagesLists() {
        var page = client.pods().inNamespace("shop").list(
                new io.fabric8.kubernetes.api.model.ListOptionsBuilder().withLimit(2L).build());
        assertThat(page.getItems()).hasSize(2);
        var rest = client.pods().inNamespace("shop").list(new io.fabric8.kubernetes.api.model.ListOptionsBuilder()
                .withContinue(page.getMetadata().getContinue()).build());
        assertThat(rest.getItems()).hasSize(page.getMetadata().getRemainingItemCount().intValue());
    }

    private record Recorder(BlockingQueue<String> seen) implements Watcher<GenericKubernetesResource> {

        @Override
        public void eventReceived(Action action, GenericKubernetesResource resource) {
            seen.add(action + " " + resource.getMetadata().getName());
        }

        @Override
        public void onClose(WatcherException cause) {
            seen.add("closed " + cause.getMessage());
        }
    }
}
