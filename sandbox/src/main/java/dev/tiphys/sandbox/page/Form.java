package dev.tiphys.sandbox.page;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import dev.tiphys.sandbox.http.Request;

/// The fields of a request, from its query or its urlencoded body. Of a repeated field the first one counts.
public record Form(Map<String, String> fields) {

    public Form {
        fields = Map.copyOf(fields);
    }

    public static Form query(Request request) {
        Map<String, String> fields = new LinkedHashMap<>();
        request.query().forEach((name, values) -> fields.put(name, values.getFirst()));
        return new Form(fields);
    }

    public static Form body(Request request) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : request.text().split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.putIfAbsent(Request.decode(pair.substring(0, equals)),
                        Request.decode(pair.substring(equals + 1)));
            }
        }
        return new Form(fields);
    }

    /// The field's value; empty when it is missing or blank.
    public Optional<String> find(String name) {
        return Optional.ofNullable(fields.get(name)).filter(value -> !value.isBlank());
    }

    public String get(String name) {
        return find(name).orElse("");
    }
}
