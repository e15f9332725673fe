package dev.tiphys.argo.workflows;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.http.Call;
import dev.tiphys.argo.http.ErrorBody;
import dev.tiphys.argo.http.Transport;
import dev.tiphys.argo.json.JsonView;

/// Asks the server's lint. What it finds comes back as an HTTP error (500 with code 2 for a workflow, 400 for a
/// template, 404 for a template that is referred to and missing); these are answers, not failures.
final class Verdict {

    private static final Set<Integer> CODES = Set.of(2, 3, 5);

    private Verdict() {
    }

    /// @param key of the object in the request's body
    /// @param statuses that carry a verdict
    static List<String> of(Transport transport, Call call, String key, String namespace, String manifest,
            Set<Integer> statuses) {
        ObjectNode body = JsonView.object();
        body.set(key, placed(JsonView.parse(manifest), namespace));
        try {
            transport.send(call.withBody(JsonView.write(body)),
                    (status, error) -> finding(call, status, error, statuses));
            return List.of();
        } catch (ArgoException.Refused e) {
            return List.of(e.words());
        }
    }

    /// References are resolved in the object's own namespace, which the path does not set.
    private static ObjectNode placed(JsonView manifest, String namespace) {
        if (!(manifest.node() instanceof ObjectNode object)) {
            throw new IllegalArgumentException("a manifest is a JSON object");
        }
        ObjectNode copy = object.deepCopy();
        copy.withObjectProperty("metadata").put("namespace", namespace);
        return copy;
    }

    private static Optional<ArgoException> finding(Call call, int status, ErrorBody error, Set<Integer> statuses) {
        return statuses.contains(status) && CODES.contains(error.code()) && !error.words().isEmpty()
                ? Optional.of(new ArgoException.Refused("workflows", call.operation(), status, error.words(),
                        "Correct the manifest."))
                : Optional.empty();
    }
}
