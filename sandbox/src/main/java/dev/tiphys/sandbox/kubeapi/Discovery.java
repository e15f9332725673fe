package dev.tiphys.sandbox.kubeapi;

import java.util.List;
import java.util.Optional;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.kube.Kind;

/// What an API server says about itself: version, groups and resources.
final class Discovery {

    private static final List<String> VERBS = List.of("create", "delete", "deletecollection", "get", "list", "patch",
            "update", "watch");

    private Discovery() {
    }

    /// The document at `path`, if it is one of discovery.
    static Optional<ObjectNode> find(String path) {
        return switch (path) {
            case "/version" -> Optional.of(version());
            case "/api" -> Optional.of(coreVersions());
            case "/apis" -> Optional.of(groups());
            case "/api/v1" -> Optional.of(resources("v1"));
            default -> path.startsWith("/apis/") ? group(path.substring("/apis/".length())) : Optional.empty();
        };
    }

    static List<String> groupVersions() {
        return Kind.all().stream().map(Kind::apiVersion).distinct().toList();
    }

    private static ObjectNode object(String kind) {
        return JsonMapper.shared().createObjectNode().put("kind", kind).put("apiVersion", "v1");
    }

    private static ObjectNode version() {
        return JsonMapper.shared().createObjectNode().put("major", "1").put("minor", "33")
                .put("gitVersion", "v1.33.4+sandbox").put("gitCommit", "0000000000000000000000000000000000000000")
                .put("gitTreeState", "clean").put("buildDate", "2026-08-01T00:00:00Z").put("goVersion", "go1.24.6")
                .put("compiler", "gc").put("platform", "linux/amd64");
    }

    private static ObjectNode coreVersions() {
        ObjectNode versions = JsonMapper.shared().createObjectNode().put("kind", "APIVersions");
        versions.putArray("versions").add("v1");
        versions.putArray("serverAddressByClientCIDRs");
        return versions;
    }

    private static List<String> groupNames() {
        return Kind.all().stream().map(Kind::group).filter(group -> !group.isEmpty()).distinct().toList();
    }

    private static ObjectNode groups() {
        ObjectNode groups = object("APIGroupList");
        ArrayNode list = groups.putArray("groups");
        groupNames().forEach(name -> describe(list.addObject(), name));
        describe(list.addObject(), "authorization.k8s.io");
        return groups;
    }

    private static void describe(ObjectNode group, String name) {
        String version = name.equals("argoproj.io") ? "v1alpha1" : "v1";
        group.put("name", name);
        group.putArray("versions").addObject().put("groupVersion", name + "/" + version).put("version", version);
        group.putObject("preferredVersion").put("groupVersion", name + "/" + version).put("version", version);
    }

    private static Optional<ObjectNode> group(String rest) {
        if (rest.equals("authorization.k8s.io/v1")) {
            return Optional.of(accessReviews());
        }
        if (groupVersions().contains(rest)) {
            return Optional.of(resources(rest));
        }
        if (groupNames().contains(rest)) {
            ObjectNode group = object("APIGroup");
            describe(group, rest);
            return Optional.of(group);
        }
        return Optional.empty();
    }

    private static ObjectNode accessReviews() {
        ObjectNode list = object("APIResourceList").put("groupVersion", "authorization.k8s.io/v1");
        list.putArray("resources").addObject().put("name", "selfsubjectaccessreviews").put("singularName", "")
                .put("namespaced", false).put("kind", "SelfSubjectAccessReview").putArray("verbs").add("create");
        return list;
    }

    private static ObjectNode resources(String groupVersion) {
        ObjectNode list = object("APIResourceList").put("groupVersion", groupVersion);
        ArrayNode resources = list.putArray("resources");
        for (Kind kind : Kind.all()) {
            if (kind.apiVersion().equals(groupVersion)) {
                add(resources, kind);
            }
        }
        return list;
    }

    private static void add(ArrayNode resources, Kind kind) {
        ObjectNode resource = resources.addObject().put("name", kind.plural())
                .put("singularName", kind.name().toLowerCase(java.util.Locale.ROOT))
                .put("namespaced", kind.namespaced()).put("kind", kind.name());
        ArrayNode verbs = resource.putArray("verbs");
        VERBS.forEach(verbs::add);
        if (!kind.shortName().isEmpty()) {
            resource.putArray("shortNames").add(kind.shortName());
        }
        if (kind.statusSubresource()) {
            resources.addObject().put("name", kind.plural() + "/status").put("singularName", "")
                    .put("namespaced", kind.namespaced()).put("kind", kind.name()).putArray("verbs").add("get")
                    .add("patch").add("update");
        }
    }
}
