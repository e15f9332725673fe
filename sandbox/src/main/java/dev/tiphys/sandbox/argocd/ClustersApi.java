package dev.tiphys.sandbox.argocd;

import java.io.IOException;
import java.util.Optional;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.http.Request;
import dev.tiphys.sandbox.kube.Kind;

/// The clusters, without their credentials.
final class ClustersApi {

    private static final String SERVER_VERSION = "1.34";

    private final ClusterDirectory clusters;
    private final ClusterMonitor monitor;

    ClustersApi(ClusterDirectory clusters, ClusterMonitor monitor) {
        this.clusters = clusters;
        this.monitor = monitor;
    }

    void mount(Gateway gateway) {
        gateway.on("GET", "/v1/clusters", this::list).on("GET", "/v1/clusters/{id}", this::get);
    }

    private void list(Call call) throws IOException {
        String name = call.query("id.type").startsWith("name") ? call.query("id.value") : call.query("name");
        String server = call.query("server");
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        for (Cluster cluster : clusters.all()) {
            if ((name.isEmpty() || name.equals(cluster.name())) && (server.isEmpty() || server.equals(cluster.server()))
                    && isVisible(call, cluster)) {
                items.add(json(cluster));
            }
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putObject("metadata");
        answer.set("items", items.isEmpty() ? JsonNodeFactory.instance.nullNode() : items);
        call.answer(answer);
    }

    // A cluster that is missing looks like one that is forbidden.
    private void get(Call call) throws IOException {
        String id = call.parameter("id");
        Optional<Cluster> found = switch (call.query("id.type")) {
            case "name" -> clusters.findByName(id);
            case "name_escaped" -> clusters.findByName(Request.decode(id));
            default -> clusters.findByServer(id);
        };
        call.answer(json(found.filter(cluster -> isVisible(call, cluster))
                .orElseThrow(() -> GrpcException.denied("permission denied"))));
    }

    private static boolean isVisible(Call call, Cluster cluster) {
        String object = cluster.project().isEmpty() ? cluster.server() : cluster.project() + "/" + cluster.server();
        return call.caller().may("clusters", "get", object);
    }

    private ObjectNode json(Cluster cluster) {
        ClusterMonitor.Connection connection = monitor.of(cluster);
        boolean known = connection.status().equals("Successful");
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("server", cluster.server()).put("name", cluster.name());
        json.putObject("config").putObject("tlsClientConfig").put("insecure", false);
        json.set("connectionState", state(connection));
        if (known) {
            json.put("serverVersion", SERVER_VERSION);
        }
        ObjectNode info = json.putObject("info");
        info.set("connectionState", state(connection));
        if (known) {
            info.put("serverVersion", SERVER_VERSION);
        }
        ObjectNode cache = info.putObject("cacheInfo");
        if (known) {
            cache.put("resourcesCount", 40 + 6 * connection.applications()).put("apisCount", Kind.all().size())
                    .put("lastCacheSyncTime", connection.attemptedAt());
        }
        info.put("applicationsCount", connection.applications());
        if (known) {
            Kind.all().forEach(kind -> info.withArrayProperty("apiVersions").add(kind.apiVersion() + "/"
                    + kind.name()));
        }
        describe(cluster, json);
        return json;
    }

    private static void describe(Cluster cluster, ObjectNode json) {
        cluster.labels().forEach((name, value) -> {
            if (!name.equals(ClusterDirectory.SECRET_TYPE)) {
                json.withObjectProperty("labels").put(name, value);
            }
        });
        cluster.annotations().forEach((name, value) -> json.withObjectProperty("annotations").put(name, value));
        if (!cluster.project().isEmpty()) {
            json.put("project", cluster.project());
        }
    }

    private static ObjectNode state(ClusterMonitor.Connection connection) {
        ObjectNode state = JsonNodeFactory.instance.objectNode();
        state.put("status", connection.status()).put("message", connection.message());
        return connection.attemptedAt().isEmpty()
                ? state.putNull("attemptedAt")
                : state.put("attemptedAt", connection.attemptedAt());
    }
}
