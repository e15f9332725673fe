package dev.tiphys.sandbox.kubeapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.kube.Kind;

/// RBAC as the hub's Roles, ClusterRoles and their bindings say it. Nobody may do what none of them grants.
public record RoleRights(World world) implements Authorizer {

    @Override
    public boolean allows(String user, Ask ask) {
        Stream<JsonNode> everywhere = rules(Kind.CLUSTER_ROLE_BINDING, "", user);
        Stream<JsonNode> here = ask.namespace().isEmpty()
                ? Stream.empty()
                : rules(Kind.ROLE_BINDING, ask.namespace(), user);
        return Stream.concat(everywhere, here).anyMatch(rule -> grants(rule, ask));
    }

    private Stream<JsonNode> rules(Kind binding, String namespace, String user) {
        return world.store().list(World.HUB, binding, namespace).stream().filter(one -> binds(one, user))
                .flatMap(one -> role(one.path("roleRef"), namespace).stream())
                .flatMap(role -> items(role.path("rules")).stream());
    }

    private static boolean binds(JsonNode binding, String user) {
        return items(binding.path("subjects")).stream().anyMatch(subject -> switch (subject.path("kind").asString("")) {
            case "ServiceAccount" -> ServiceAccountTokens.user(subject.path("namespace").asString(""),
                    subject.path("name").asString("")).equals(user);
            case "User" -> subject.path("name").asString("").equals(user);
            default -> false;
        });
    }

    private Optional<? extends JsonNode> role(JsonNode reference, String namespace) {
        boolean cluster = reference.path("kind").asString("").equals("ClusterRole");
        return world.store().find(World.HUB, cluster ? Kind.CLUSTER_ROLE : Kind.ROLE, cluster ? "" : namespace,
                reference.path("name").asString(""));
    }

    private static boolean grants(JsonNode rule, Ask ask) {
        return has(rule.path("verbs"), ask.verb()) && has(rule.path("apiGroups"), ask.group())
                && has(rule.path("resources"), ask.resource())
                && (rule.path("resourceNames").isEmpty() || has(rule.path("resourceNames"), ask.name()));
    }

    private static boolean has(JsonNode list, String wanted) {
        return items(list).stream().map(one -> one.asString("")).anyMatch(one -> one.equals("*") || one.equals(wanted));
    }

    private static List<JsonNode> items(JsonNode list) {
        List<JsonNode> all = new ArrayList<>();
        list.forEach(all::add);
        return all;
    }
}
