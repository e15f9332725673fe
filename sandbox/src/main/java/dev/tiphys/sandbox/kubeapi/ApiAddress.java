package dev.tiphys.sandbox.kubeapi;

import dev.tiphys.sandbox.http.Request;

/// Whom a request is for: `/kube/<cluster>/…` with a bearer token, or `/kube/~<token>/<cluster>/…` for kubectl, which
/// shows no token over plain HTTP.
///
/// @param base what stands before the API's own paths
record ApiAddress(String base, String cluster, String token, String path) {

    static ApiAddress parse(Request request, String prefix) {
        String rest = request.rawPath().substring(prefix.length());
        String base = prefix;
        String header = request.header("Authorization").orElse("");
        String token = header.startsWith("Bearer ") ? header.substring("Bearer ".length()).strip() : "";
        if (rest.startsWith("/~")) {
            String first = first(rest);
            token = first.substring(1);
            base += "/" + first;
            rest = rest.substring(first.length() + 1);
        }
        String cluster = first(rest);
        String path = rest.substring(Math.min(rest.length(), cluster.length() + 1));
        return new ApiAddress(base + "/" + cluster, cluster, token, path.isEmpty() ? "/" : path);
    }

    private static String first(String path) {
        int end = path.indexOf('/', 1);
        return path.isEmpty() ? "" : path.substring(1, end < 0 ? path.length() : end);
    }
}
