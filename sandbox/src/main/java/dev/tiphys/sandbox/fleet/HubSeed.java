package dev.tiphys.sandbox.fleet;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.World;

/// Fills the hub with what Argo CD and promotions need: namespaces, clusters, projects, Secrets.
final class HubSeed {

    private static final String PROJECT = """
            {"apiVersion": "argoproj.io/v1alpha1", "kind": "AppProject",
             "metadata": {"name": "${name}", "namespace": "argocd"},
             "spec": {"description": "${description}", "sourceRepos": ["*"],
              "destinations": [{"server": "*", "namespace": "*"}],
              "clusterResourceWhitelist": [{"group": "*", "kind": "*"}]}}""";

    private final World world;

    HubSeed(World world) {
        this.world = world;
    }

    void seed(List<Member> members, FleetAccess access) {
        for (String name : List.of("default", "kube-system", "argocd", "argo", "argo-events", "promotions")) {
            create(MemberSeed.namespace(name));
        }
        members.forEach(member -> create(cluster(member)));
        create(project("default", "Whatever no other project claims"));
        create(project("shop", "The services of the shop"));
        create(project("platform", "What every cluster needs"));
        create(secret("promotions", "tiphys-argocd",
                Map.of("server", access.argoCdServer(), "token", access.argoCdToken())));
        create(secret("promotions", "tiphys-events", Map.of("url", access.eventsUrl())));
        create(Template.fill("""
                {"apiVersion": "v1", "kind": "ServiceAccount",
                 "metadata": {"name": "promoter", "namespace": "promotions"}}""", Map.of()));
        new ProviderSeed(world).seed(access);
    }

    private void create(ObjectNode object) {
        world.store().create(World.HUB, object);
    }

    private static ObjectNode project(String name, String description) {
        return Template.fill(PROJECT, Map.of("name", name, "description", description));
    }

    private static ObjectNode cluster(Member member) {
        ObjectNode secret = secret("argocd", "cluster-" + member.name(), Map.of("name", member.name(), "server",
                member.server(), "config", "{\"tlsClientConfig\":{\"insecure\":false}}"));
        ObjectNode labels = ((ObjectNode) secret.path("metadata")).putObject("labels");
        labels.put("argocd.argoproj.io/secret-type", "cluster");
        member.labels().forEach(labels::put);
        return secret;
    }

    private static ObjectNode secret(String namespace, String name, Map<String, String> values) {
        ObjectNode secret = JsonMapper.shared().createObjectNode().put("apiVersion", "v1").put("kind", "Secret");
        secret.putObject("metadata").put("name", name).put("namespace", namespace);
        secret.put("type", "Opaque");
        ObjectNode data = secret.putObject("data");
        values.forEach((key, value) -> data.put(key,
                Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8))));
        return secret;
    }
}
