package dev.tiphys.sandbox.workflows;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.http.SandboxServer;
import dev.tiphys.sandbox.kube.Kind;
import dev.tiphys.sandbox.kube.KubeStore;
import dev.tiphys.sandbox.kube.WatchEvent;
import dev.tiphys.sandbox.kubeapi.KubernetesApi;
import dev.tiphys.sandbox.kubeapi.RoleRights;
import dev.tiphys.sandbox.kubeapi.ServiceAccountTokens;
import dev.tiphys.sandbox.time.SimClock;
import dev.tiphys.sandbox.workflows.engine.Subscriptions;

/// A hub with Argo Workflows on a free port, where an hour passes in a third of a second.
final class Harbour implements AutoCloseable {

    static final String TOKEN = "token-of-the-portal";

    private final SimClock clock = new SimClock(Instant.parse("2026-11-20T10:00:00Z"), 10_000);
    private final World world = new World(clock, new KubeStore(clock, 7));
    private final ScriptedSteps steps = new ScriptedSteps();
    private final SandboxServer server;
    private final WorkflowsSandbox workflows;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Harbour() {
        try {
            server = new SandboxServer(InetAddress.getLoopbackAddress(), 0);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
        world.store().addCluster(World.HUB);
        world.store().create(World.HUB, json("""
                {"apiVersion":"v1","kind":"Secret","metadata":{"namespace":"promotions","name":"tiphys-argocd"},
                 "stringData":{"token":"secret-token"}}"""));
        workflows = WorkflowsSandbox.install(world, server, steps,
                Callers.of(Map.of(TOKEN, Callers.Caller.serviceAccount("argo", "portal"))));
        KubernetesApi.install(world, server, ServiceAccountTokens::userOf, new RoleRights(world));
        server.start();
    }

    World world() {
        return world;
    }

    ScriptedSteps steps() {
        return steps;
    }

    WorkflowsSandbox workflows() {
        return workflows;
    }

    static ObjectNode json(String text) {
        return (ObjectNode) JsonMapper.shared().readTree(text);
    }

    static ObjectNode yaml(String text) {
        Object loaded = new Load(LoadSettings.builder().build()).loadFromString(text);
        return JsonMapper.shared().valueToTree(loaded);
    }

    static ObjectNode promotion() {
        try (InputStream file = Objects.requireNonNull(Harbour.class.getResourceAsStream("promotion.yaml"))) {
            return yaml(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// Creates a workflow named `x` of these templates; the first is the entrypoint.
    ObjectNode run(String templates) {
        return run("", templates);
    }

    /// As above, with further fields of the spec, one YAML line each.
    ObjectNode run(String spec, String templates) {
        ObjectNode workflow = yaml("apiVersion: argoproj.io/v1alpha1\nkind: Workflow\n"
                + "metadata: {name: x, namespace: promotions}\nspec:\n" + spec.indent(2) + "  templates:\n"
                + templates.indent(2));
        ((ObjectNode) workflow.path("spec")).set("entrypoint", workflow.path("spec").path("templates").path(0)
                .path("name"));
        return world.store().create(World.HUB, workflow);
    }

    HttpResponse<String> call(String method, String path, String body) {
        return send(HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)).build());
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    HttpResponse<InputStream> open(String path, String accept) {
        HttpRequest request = HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + TOKEN)
                .header("Accept", accept).build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    URI uri(String path) {
        return URI.create(server.baseUri() + "/workflows" + path);
    }

    ObjectNode get(String path) {
        return json(call("GET", path, "").body());
    }

    ObjectNode workflow(String name) {
        return world.store().get(World.HUB, Kind.WORKFLOW, "promotions", name);
    }

    ObjectNode awaitPhase(String name, String phase) {
        return await(name, workflow -> workflow.path("status").path("phase").asString("").equals(phase));
    }

    /// Waits for a node by its full name to be in a phase.
    ObjectNode awaitNode(String workflow, String node, String phase) {
        return node(await(workflow, object -> node(object, node).path("phase").asString("").equals(phase)), node);
    }

    static ObjectNode node(JsonNode workflow, String name) {
        for (JsonNode node : workflow.path("status").path("nodes")) {
            if (node.path("name").asString("").equals(name)) {
                return (ObjectNode) node;
            }
        }
        return json("{}");
    }

    /// Waits until the workflow is as wanted, looking at each of its changes.
    ObjectNode await(String name, Predicate<ObjectNode> wanted) {
        return await(name, "promotions", wanted);
    }

    ObjectNode await(String name, String namespace, Predicate<ObjectNode> wanted) {
        CompletableFuture<ObjectNode> found = new CompletableFuture<>();
        AutoCloseable watch = watch(name, namespace, wanted, found);
        try {
            return found.get(20, TimeUnit.SECONDS);
        } catch (TimeoutException never) {
            throw new AssertionError("never came: " + world.store().list(World.HUB, Kind.WORKFLOW, ""), never);
        } catch (ExecutionException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        } finally {
            Subscriptions.end(watch);
        }
    }

    private AutoCloseable watch(String name, String namespace, Predicate<ObjectNode> wanted,
            CompletableFuture<ObjectNode> found) {
        synchronized (world.store()) {
            AutoCloseable watch = world.store().watch(World.HUB, Kind.WORKFLOW, event -> look(event, name, wanted,
                    found));
            world.store().find(World.HUB, Kind.WORKFLOW, namespace, name).filter(wanted).ifPresent(found::complete);
            return watch;
        }
    }

    private static void look(WatchEvent event, String name, Predicate<ObjectNode> wanted,
            CompletableFuture<ObjectNode> found) {
        if (event.object().path("metadata").path("name").asString("").equals(name) && wanted.test(event.object())) {
            found.complete(event.object().deepCopy());
        }
    }

    /// Gives a node's decision as the portal does.
    HttpResponse<String> decide(String workflow, String nodeId, String decision) {
        ObjectNode body = json("{}").put("nodeFieldSelector", "id=" + nodeId).put("phase", "Succeeded")
                .put("message", "decided by a test")
                .put("outputParameters", "{\"decision\":\"" + decision + "\"}");
        return call("PUT", "/api/v1/workflows/promotions/" + workflow + "/set", body.toString());
    }

    @Override
    public void close() {
        workflows.close();
        server.close();
        clock.close();
    }
}
