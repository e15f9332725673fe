package dev.tiphys.sandbox.argocd;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.http.SandboxServer;
import dev.tiphys.sandbox.kube.Kind;
import dev.tiphys.sandbox.kube.KubeStore;
import dev.tiphys.sandbox.time.SimClock;

/// A hub and one member cluster, `dev`, with an Argo CD and one service that consists of a Deployment and a Service.
final class ArgoCdHarness implements AutoCloseable {

    static final String TOKEN = "sandbox.portal.token";
    static final JsonMapper JSON = JsonMapper.shared();

    final World world;
    final ArgoCdSandbox argoCd;
    final List<String> errors = new ArrayList<>();
    private final SandboxServer server;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    ArgoCdHarness(double speed) throws IOException {
        SimClock clock = new SimClock(Instant.parse("2026-11-20T10:00:00Z"), speed);
        world = new World(clock, new KubeStore(clock, 7));
        world.store().addCluster(World.HUB);
        world.store().addCluster("dev");
        server = new SandboxServer(InetAddress.getLoopbackAddress(), 0);
        argoCd = ArgoCdSandbox.install(world, server, ArgoCdHarness::render, ArgoCdTimings.REALISTIC);
        argoCd.tokens().register(TOKEN, "portal", Policy.ADMIN);
        server.start();
        create("AppProject", "shop", "\"spec\":{}");
        addCluster("dev", "\"environment\":\"dev\"");
        FakeWorkloads.follow(world, "dev");
    }

    void addCluster(String name, String labels) {
        world.store().create(World.HUB, json("{\"apiVersion\":\"v1\",\"kind\":\"Secret\",\"metadata\":{\"name\":\""
                + name + "-cluster\",\"namespace\":\"argocd\",\"labels\":{\"argocd.argoproj.io/secret-type\":"
                + "\"cluster\"," + labels + "}},\"stringData\":{\"name\":\"" + name + "\",\"server\":\"https://" + name
                + ".example\",\"config\":\"{}\"}}"));
    }

    private static List<ObjectNode> render(ManifestInput input) {
        if (input.path().equals("broken")) {
            throw new IllegalArgumentException("broken: app path does not exist");
        }
        String wave = input.path().equals("waves") ? "1" : "0";
        String tag = input.helmParameters().getOrDefault("image.tag", "v4");
        String service = input.application().replaceFirst("-[^-]+$", "");
        return List.of(
                json("{\"apiVersion\":\"v1\",\"kind\":\"Service\",\"metadata\":{\"name\":\"" + service
                        + "\",\"annotations\":{\"argocd.argoproj.io/sync-wave\":\"" + wave
                        + "\"}},\"spec\":{\"ports\":[{\"port\":80}]}}"),
                json("{\"apiVersion\":\"apps/v1\",\"kind\":\"Deployment\",\"metadata\":{\"name\":\"" + service
                        + "\"},\"spec\":{\"replicas\":2,\"template\":{\"spec\":{\"containers\":[{\"name\":\"app\","
                        + "\"image\":\"registry.example/" + service + ":" + tag + "\"}]}}}}"));
    }

    static ObjectNode json(String text) {
        return (ObjectNode) JSON.readTree(text);
    }

    ObjectNode create(String kind, String name, String rest) {
        return world.store().create(World.HUB, json("{\"apiVersion\":\"argoproj.io/v1alpha1\",\"kind\":\"" + kind
                + "\",\"metadata\":{\"name\":\"" + name + "\",\"namespace\":\"argocd\"}," + rest + "}"));
    }

    /// An Application in project `shop` on cluster `dev`.
    void application(String name) {
        application(name, "\"path\":\"" + name + "\"", "");
    }

    void application(String name, String source, String policy) {
        create("Application", name,
                "\"spec\":{\"project\":\"shop\",\"source\":{\"repoURL\":\"https://git.example/shop\","
                        + "\"targetRevision\":\"main\"," + source
                        + "},\"destination\":{\"name\":\"dev\",\"namespace\":\"shop\"}" + policy + "}");
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.baseUri() + "/argocd" + path))
                .header("Authorization", "Bearer " + TOKEN);
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    HttpClient http() {
        return http;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    HttpResponse<String> call(String method, String path, String body) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", "application/json").method(method,
                HttpRequest.BodyPublishers.ofString(body)));
    }

    JsonNode read(String path) throws IOException, InterruptedException {
        return JSON.readTree(get(path).body());
    }

    JsonNode post(String path, String body) throws IOException, InterruptedException {
        return JSON.readTree(call("POST", path, body).body());
    }

    JsonNode app(String name) {
        return world.store().get(World.HUB, Kind.APPLICATION, "argocd", name);
    }

    /// Waits, in sandbox time, until the Application is as wanted.
    JsonNode await(String name, Predicate<JsonNode> wanted) throws InterruptedException {
        Instant end = world.clock().now().plus(Duration.ofMinutes(10));
        @Nullable
        JsonNode seen = null;
        while (world.clock().now().isBefore(end)) {
            seen = app(name);
            if (wanted.test(seen)) {
                return seen;
            }
            world.clock().sleep(Duration.ofMillis(100));
        }
        throw new AssertionError("not as wanted in ten minutes: " + seen);
    }

    JsonNode awaitHealth(String name, String health) throws InterruptedException {
        return await(name, app -> app.path("status").path("health").path("status").asString("").equals(health));
    }

    JsonNode awaitPhase(String name, String phase) throws InterruptedException {
        return await(name, app -> app.path("status").path("operationState").path("phase").asString("").equals(phase));
    }

    /// An Application that has been synced and is healthy.
    void runningApplication(String name) throws Exception {
        application(name);
        call("POST", "/api/v1/applications/" + name + "/sync", "{\"project\":\"shop\"}");
        awaitPhase(name, "Succeeded");
        await(name, app -> app.path("status").path("sync").path("status").asString("").equals("Synced")
                && app.path("status").path("health").path("status").asString("").equals("Healthy"));
    }

    @Override
    public void close() {
        server.close();
        http.shutdownNow();
        world.clock().close();
    }
}
