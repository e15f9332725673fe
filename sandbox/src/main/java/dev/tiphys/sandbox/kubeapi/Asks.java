package dev.tiphys.sandbox.kubeapi;

import dev.tiphys.sandbox.http.Request;
import dev.tiphys.sandbox.kubeapi.Authorizer.Ask;

/// Reads what a request wants to do, in the words of RBAC.
final class Asks {

    private Asks() {
    }

    static Ask of(Request request, ApiPath path) {
        String subresource = path.subresource().isEmpty() ? "" : "/" + path.subresource();
        return new Ask(verb(request, path), path.kind().group(), path.kind().plural() + subresource, path.namespace(),
                path.name());
    }

    private static String verb(Request request, ApiPath path) {
        boolean watches = request.query("watch").filter(value -> !value.equals("false") && !value.equals("0"))
                .isPresent();
        return switch (request.method()) {
            case "POST" -> "create";
            case "PUT" -> "update";
            case "PATCH" -> "patch";
            case "DELETE" -> path.isCollection() ? "deletecollection" : "delete";
            default -> watches ? "watch" : path.isCollection() ? "list" : "get";
        };
    }
}
