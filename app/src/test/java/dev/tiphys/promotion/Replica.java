package dev.tiphys.promotion;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import dev.tiphys.hostile.Caller;
import dev.tiphys.hostile.RawHttp.Reply;
import dev.tiphys.sandbox.Sandbox;
import dev.tiphys.sandbox.SandboxEndpoints;
import dev.tiphys.scenario.Http;
import dev.tiphys.scenario.PortalApi;
import dev.tiphys.testing.TestPostgres;

/// One of several portals on one database, each a process that can be killed and started again.
final class Replica {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path folder;
    private final SandboxEndpoints fleet;
    private final TestPostgres.Database database;
    private final int port;
    private @Nullable Process process;

    Replica(Path folder, Sandbox sandbox, TestPostgres.Database database) throws IOException {
        this.folder = folder;
        this.fleet = sandbox.endpoints();
        this.database = database;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        }
        sandbox.portal().add(address());
    }

    URI address() {
        return URI.create("http://localhost:" + port);
    }

    /// The JSON API for who has this token; one that was made on any replica.
    PortalApi api(String user, String token) {
        return new PortalApi(address(), user, Http.as(URI.create(address() + "/api/v1"), token));
    }

    /// Signs in with a browser, and makes a token there.
    String tokenOf(String user) throws IOException {
        Reply made = Caller.browser(address(), user).send("POST", "/api/v1/tokens",
                "Content-Type: application/json\r\n",
                "{\"name\": \"replicas\", \"permissions\": [\"view\", \"promote\", \"approve\", \"operate\", \"audit\"]}");
        return JsonMapper.shared().readTree(made.body()).path("secret").asString();
    }

    void begin() throws IOException {
        process = new ProcessBuilder(command()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile())).start();
    }

    void awaitReady() {
        await("the portal on " + port).atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> {
            if (process == null || !process.isAlive()) {
                throw new AssertionError("the portal ended: " + Files.readString(log()));
            }
            try {
                return Caller.stranger(address()).get("/actuator/health/readiness").status() == 200;
            } catch (IOException notYet) {
                return false;
            }
        });
    }

    /// It dies when it next comes to this point.
    void dieAt(Milestone.Point point) {
        try {
            Files.writeString(order(), point.name());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitDeath() throws InterruptedException {
        if (process == null || !process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("the portal lives on");
        }
    }

    /// As `kill -9` does.
    void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    private Path log() {
        return folder.resolve("portal-" + port + ".log");
    }

    private Path order() {
        return folder.resolve("die-at-" + port);
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-Xmx512m", "-D" + DyingPortal.ORDER + "=" + order(), "-cp", System.getProperty("java.class.path"),
                DyingPortal.class.getName()));
        settings().forEach((key, value) -> command.add("--" + key + "=" + value));
        return command;
    }

    private Map<String, Object> settings() {
        return Map.ofEntries(Map.entry("spring.profiles.active", "test"), Map.entry("server.port", port),
                Map.entry("server.address", "127.0.0.1"), Map.entry("tiphys.public-url", address()),
                Map.entry("spring.datasource.url", database.url()),
                Map.entry("spring.datasource.username", TestPostgres.APP),
                Map.entry("spring.datasource.password", TestPostgres.PASSWORD),
                Map.entry("spring.flyway.url", database.url()), Map.entry("spring.flyway.user", TestPostgres.OWNER),
                Map.entry("spring.flyway.password", TestPostgres.PASSWORD),
                Map.entry("tiphys.argocd[0].name", "main"), Map.entry("tiphys.argocd[0].url", fleet.argoCdUrl()),
                Map.entry("tiphys.argocd[0].token", SandboxEndpoints.ARGOCD_TOKEN),
                Map.entry("tiphys.workflows.url", fleet.workflowsUrl()),
                Map.entry("tiphys.workflows.token", SandboxEndpoints.WORKFLOWS_TOKEN),
                Map.entry("tiphys.workflows.namespace", SandboxEndpoints.WORKFLOWS_NAMESPACE),
                Map.entry("tiphys.kubernetes.url", fleet.kubeUrl("hub")),
                Map.entry("tiphys.kubernetes.token", SandboxEndpoints.KUBERNETES_TOKEN),
                Map.entry("tiphys.oidc.issuer", fleet.oidcIssuer()),
                Map.entry("tiphys.oidc.client-id", SandboxEndpoints.OIDC_CLIENT_ID),
                Map.entry("tiphys.oidc.client-secret", SandboxEndpoints.OIDC_CLIENT_SECRET),
                Map.entry("tiphys.slack.url", fleet.slackApiUrl()),
                Map.entry("tiphys.slack.team", SandboxEndpoints.SLACK_TEAM),
                Map.entry("tiphys.slack.token", SandboxEndpoints.SLACK_TOKEN),
                Map.entry("tiphys.slack.signing-secret", SandboxEndpoints.SLACK_SIGNING_SECRET));
    }
}
