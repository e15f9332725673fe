package dev.tiphys.argo.http;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// One call, described before it is made.
///
/// @param verb what is asked, without names (`list applications`)
/// @param subject whose, for errors; may be empty
/// @param body JSON text; null sends none
/// @param deadline instead of the endpoint's own; null for that one
public record Call(String method, String path, String verb, String subject, List<Parameter> query,
        Map<String, String> headers, @Nullable String body, @Nullable Duration deadline) {

    public Call {
        query = List.copyOf(query);
        headers = Map.copyOf(headers);
    }

    public static Call get(String verb, String subject, String... path) {
        return of("GET", verb, subject, path);
    }

    /// @param path segments; each is encoded as one
    public static Call of(String method, String verb, String subject, String... path) {
        StringBuilder encoded = new StringBuilder();
        for (String segment : path) {
            encoded.append('/').append(encode(segment));
        }
        return new Call(method, encoded.toString(), verb, subject, List.of(), Map.of(), null, null);
    }

    /// Adds a query parameter, also an empty one.
    public Call with(String name, String value) {
        List<Parameter> more = new ArrayList<>(query);
        more.add(new Parameter(name, value));
        return new Call(method, path, verb, subject, more, headers, body, deadline);
    }

    /// Adds a query parameter unless it is empty.
    public Call withOptional(String name, String value) {
        return value.isEmpty() ? this : with(name, value);
    }

    public Call withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Call(method, path, verb, subject, query, more, body, deadline);
    }

    public Call withBody(String json) {
        return new Call(method, path, verb, subject, query, headers, json, deadline);
    }

    public Call withDeadline(Duration longest) {
        return new Call(method, path, verb, subject, query, headers, body, longest);
    }

    /// What is asked, of whom: `sync shop/checkout-dev`.
    public String operation() {
        return subject.isEmpty() ? verb : verb + " " + subject;
    }

    boolean isSafe() {
        return method.equals("GET");
    }

    URI resolve(URI base) {
        String root = base.toString();
        StringBuilder uri = new StringBuilder(root.endsWith("/") ? root.substring(0, root.length() - 1) : root)
                .append(path);
        char separator = '?';
        for (Parameter parameter : query) {
            uri.append(separator).append(parameter.name()).append('=').append(encode(parameter.value()));
            separator = '&';
        }
        return URI.create(uri.toString());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    record Parameter(String name, String value) {}
}
