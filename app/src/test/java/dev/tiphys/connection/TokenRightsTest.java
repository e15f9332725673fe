package dev.tiphys.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.cd.ArgoCdClient;
import dev.tiphys.argo.cd.ArgoCdConnection;
import dev.tiphys.argo.hub.Hub;
import dev.tiphys.argo.hub.HubClient;
import dev.tiphys.argo.hub.HubConnection;
import dev.tiphys.sandbox.Sandbox;
import dev.tiphys.sandbox.SandboxEndpoints;
import dev.tiphys.sandbox.SandboxOptions;
import dev.tiphys.sandbox.argocd.Policy;

/// What the portal's tokens may do is asked of systems that keep to it, and a rotated token is noticed.
class TokenRightsTest {

    private static final Clock CLOCK = Clock.systemUTC();

    private final Sandbox sandbox;
    private final Path file;
    private final CallMetrics metrics = new CallMetrics(new SimpleMeterRegistry(), CLOCK);

    TokenRightsTest(@TempDir Path folder) throws IOException {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        file = folder.resolve("token");
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private ArgoCdProbe argoCd() {
        BearerToken token = BearerToken.of(null, file);
        return new ArgoCdProbe(
                ArgoCdClient.connect(ArgoCdConnection.to("main", sandbox.endpoints().argoCdUrl(), token)
                        .withListener(metrics)),
                sandbox.endpoints().argoCdUrl().toString(), token, "tiphys.argocd[0]", metrics, CLOCK);
    }

    private void give(String token, String policy) throws IOException {
        sandbox.argoCd().tokens().register(token, "portal", Policy.parse(policy));
        Files.writeString(file, token);
    }

    private Hub hub(String token) {
        return HubClient.connect(HubConnection.to("hub", sandbox.endpoints().kubeUrl("hub"), () -> token));
    }

    private static List<String> allowed(List<TokenRight> rights) {
        return rights.stream().filter(TokenRight::allowed).map(TokenRight::what).toList();
    }

    @Test
    void anArgoCdTokenMayWhatItsPolicySays() throws IOException {
        give("a.portal.one", """
                p, portal, applications, get, */*, allow
                p, portal, applications, sync, */*, allow
                p, portal, clusters, get, *, allow
                p, portal, applications, delete, */*, allow
                p, portal, applications, delete, */*, deny""");

        List<TokenRight> rights = argoCd().rights();

        assertThat(allowed(rights)).containsExactly("see applications", "see clusters",
                "sync and end the operations of applications");
        assertThat(rights).filteredOn(right -> !right.fits()).extracting(TokenRight::what)
                .containsExactly("see projects");
    }

    @Test
    void theServiceAccountMayWhatItsRoleGrantsAndNothingElse() {
        try (Hub hub = hub(SandboxEndpoints.WORKFLOWS_TOKEN)) {
            HubRights rights = new HubRights(hub, "promotions");

            assertThat(rights.ofWorkflows()).allSatisfy(right -> assertThat(right.fits()).as(right.what()).isTrue());
            assertThat(rights.ofHub()).allSatisfy(right -> assertThat(right.fits()).as(right.what()).isTrue());
            assertThatThrownBy(() -> hub.secret("promotions", "tiphys-argocd"))
                    .isInstanceOf(ArgoException.Forbidden.class)
                    .hasMessageContaining("cannot get resource \"secrets\"");
        }
    }

    @Test
    void aTokenThatMayTooMuchShows() {
        try (Hub hub = hub(SandboxEndpoints.KUBERNETES_TOKEN)) {
            assertThat(new HubRights(hub, "promotions").ofHub()).filteredOn(right -> !right.fits())
                    .extracting(TokenRight::what).containsExactly("start pods", "read Secrets");
        }
    }

    @Test
    void aRotatedTokenIsNoticedWithoutARestart() throws IOException {
        give("a.portal.one", "p, portal, *, *, *, allow");
        ArgoCdProbe probe = argoCd();
        assertThat(probe.look().version()).startsWith("v3.");

        sandbox.argoCd().tokens().revoke("a.portal.one");
        assertThatThrownBy(probe::look).isInstanceOf(ArgoException.Unauthenticated.class);
        give("a.portal.two", "p, portal, *, *, *, allow");

        assertThat(probe.look().version()).startsWith("v3.");
        assertThat(probe.token()).hasValueSatisfying(token -> {
            assertThat(token.renewable()).isTrue();
            assertThat(token.place()).isEqualTo("file " + file);
            assertThat(token.lastUsed()).isNotNull();
            assertThat(token.toString()).doesNotContain("a.portal.two");
        });
    }
}
