package dev.tiphys.sandbox.kubeapi;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import dev.tiphys.sandbox.kube.Kind;

/// The object or collection that a path below a cluster's base means.
///
/// @param namespace empty for all namespaces, or where the kind has none
/// @param name empty for a collection
/// @param subresource empty for the object itself
record ApiPath(String cluster, Kind kind, String namespace, String name, String subresource) {

    static Optional<ApiPath> parse(String cluster, String path) {
        List<String> parts = Arrays.stream(path.substring(1).split("/", -1))
                .map(part -> URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8)).toList();
        if (parts.size() >= 3 && parts.getFirst().equals("api")) {
            return parse(cluster, parts.get(1), parts.subList(2, parts.size()));
        }
        if (parts.size() >= 4 && parts.getFirst().equals("apis")) {
            return parse(cluster, parts.get(1) + "/" + parts.get(2), parts.subList(3, parts.size()));
        }
        return Optional.empty();
    }

    private static Optional<ApiPath> parse(String cluster, String apiVersion, List<String> rest) {
        boolean namespaced = rest.size() >= 3 && rest.getFirst().equals("namespaces") && !rest.get(2).equals("status");
        List<String> place = namespaced ? rest.subList(2, rest.size()) : rest;
        if (place.size() > 3) {
            return Optional.empty();
        }
        String namespace = namespaced ? rest.get(1) : "";
        return Kind.all().stream()
                .filter(kind -> kind.apiVersion().equals(apiVersion) && kind.plural().equals(place.getFirst()))
                .filter(kind -> kind.namespaced() || !namespaced).findFirst()
                .map(kind -> new ApiPath(cluster, kind, namespace, place.size() > 1 ? place.get(1) : "",
                        place.size() > 2 ? place.get(2) : ""));
    }

    boolean isCollection() {
        return name.isEmpty();
    }
}
