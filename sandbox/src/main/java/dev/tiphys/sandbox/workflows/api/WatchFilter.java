package dev.tiphys.sandbox.workflows.api;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import tools.jackson.databind.JsonNode;

import dev.tiphys.sandbox.kube.Kind;
import dev.tiphys.sandbox.kube.ObjectMeta;

/// Which objects of a watch concern the caller. The filter goes to Kubernetes: a CRD allows only name and namespace as
/// fields, Events allow those of their object.
record WatchFilter(String namespace, Predicate<JsonNode> selector) {

    static WatchFilter of(Call call, Kind kind) {
        Predicate<JsonNode> selector = LabelSelector.parse(call.query("listOptions.labelSelector"));
        List<String> allowed = new ArrayList<>(List.of("metadata.name", "metadata.namespace"));
        if (kind.equals(Kind.EVENT)) {
            allowed.addAll(List.of("involvedObject.kind", "involvedObject.name", "involvedObject.namespace",
                    "involvedObject.uid", "type", "reason"));
        }
        for (String term : call.query("listOptions.fieldSelector").split(",", -1)) {
            if (!term.isBlank()) {
                selector = selector.and(field(term, allowed));
            }
        }
        return new WatchFilter(call.namespace(), selector);
    }

    private static Predicate<JsonNode> field(String term, List<String> allowed) {
        boolean wanted = !term.contains("!=");
        String[] parts = term.split("!=|==|=", 2);
        if (parts.length != 2 || !allowed.contains(parts[0])) {
            throw ArgoError.invalid("field label not supported: " + parts[0]);
        }
        return object -> {
            JsonNode value = object;
            for (String name : parts[0].split("\\.", -1)) {
                value = value.path(name);
            }
            return wanted == value.asString("").equals(parts[1]);
        };
    }

    boolean passes(JsonNode object) {
        return (namespace.isEmpty() || namespace.equals(ObjectMeta.namespace(object))) && selector.test(object);
    }
}
