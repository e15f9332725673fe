package dev.tiphys.sandbox.argocd;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.kube.KubeStore;

/// The clusters that Argo CD knows: those with a Secret, and the one it runs in.
final class ClusterDirectory {

    static final String SECRET_TYPE = "argocd.argoproj.io/secret-type";

    private final KubeStore store;
    private final Informer secrets;
    private volatile @Nullable Known known;

    ClusterDirectory(KubeStore store, Informer secrets) {
        this.store = store;
        this.secrets = secrets;
        secrets.subscribe(event -> known = null);
    }

    /// All clusters; the one without a Secret comes first.
    List<Cluster> all() {
        return known().all();
    }

    Optional<Cluster> findByServer(String server) {
        return Optional.ofNullable(known().byServer().get(server));
    }

    Optional<Cluster> findByName(String name) {
        return Optional.ofNullable(known().byName().get(name));
    }

    private Known known() {
        Known present = known;
        if (present == null) {
            present = Known.of(read());
            known = present;
        }
        return present;
    }

    /// The cluster that an Application's `destination` means.
    Optional<Cluster> find(JsonNode destination) {
        String server = destination.path("server").asString("");
        return server.isEmpty() ? findByName(destination.path("name").asString("")) : findByServer(server);
    }

    private List<Cluster> read() {
        List<Cluster> clusters = new ArrayList<>();
        for (ObjectNode secret : secrets.all()) {
            if (secret.path("metadata").path("labels").path(SECRET_TYPE).asString("").equals("cluster")) {
                clusters.add(cluster(secret));
            }
        }
        if (clusters.stream().noneMatch(cluster -> cluster.server().equals(Cluster.IN_CLUSTER))) {
            clusters.addFirst(new Cluster("in-cluster", Cluster.IN_CLUSTER, World.HUB, "", Map.of(), Map.of()));
        }
        return List.copyOf(clusters);
    }

    private Cluster cluster(ObjectNode secret) {
        String server = text(secret, "server");
        String name = text(secret, "name");
        Map<String, String> labels = texts(secret.path("metadata").path("labels"));
        return new Cluster(name.isEmpty() ? server : name, server, member(name, server), text(secret, "project"),
                labels, texts(secret.path("metadata").path("annotations")));
    }

    private String member(String name, String server) {
        if (server.equals(Cluster.IN_CLUSTER)) {
            return World.HUB;
        }
        List<String> members = store.clusters();
        String last = server.substring(server.lastIndexOf('/') + 1);
        return members.contains(name) ? name : members.contains(last) ? last : "";
    }

    private static String text(ObjectNode secret, String key) {
        JsonNode plain = secret.path("stringData").path(key);
        if (plain.isString()) {
            return plain.asString();
        }
        return new String(Base64.getDecoder().decode(secret.path("data").path(key).asString("")),
                StandardCharsets.UTF_8);
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new HashMap<>();
        object.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asString("")));
        return texts;
    }

    private record Known(List<Cluster> all, Map<String, Cluster> byServer, Map<String, Cluster> byName) {

        static Known of(List<Cluster> clusters) {
            Map<String, Cluster> byServer = new HashMap<>();
            Map<String, Cluster> byName = new HashMap<>();
            for (Cluster cluster : clusters) {
                byServer.putIfAbsent(cluster.server(), cluster);
                byName.putIfAbsent(cluster.name(), cluster);
            }
            return new Known(clusters, byServer, byName);
        }
    }
}
