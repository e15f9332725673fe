package dev.tiphys.sandbox.workflows.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/// The variables of a place in a workflow, by their dotted names.
final class Variables {

    private final Map<String, String> values;

    Variables() {
        this(Map.of());
    }

    private Variables(Map<String, String> values) {
        this.values = new TreeMap<>(values);
    }

    Variables copy() {
        return new Variables(values);
    }

    Variables put(String name, String value) {
        values.put(name, value);
        return this;
    }

    Variables putAll(Variables others) {
        values.putAll(others.values);
        return this;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    @Nullable
    String find(String name) {
        return values.get(name);
    }

    /// The nested maps that expressions see; a value whose name is also the beginning of others gives way to them.
    Map<String, Object> environment() {
        return nest(values);
    }

    private static Map<String, Object> nest(Map<String, String> flat) {
        Map<String, Object> level = new LinkedHashMap<>();
        Map<String, Map<String, String>> deeper = new LinkedHashMap<>();
        flat.forEach((name, value) -> {
            int dot = name.indexOf('.');
            if (dot < 0) {
                level.put(name, value);
            } else {
                deeper.computeIfAbsent(name.substring(0, dot), key -> new LinkedHashMap<>())
                        .put(name.substring(dot + 1), value);
            }
        });
        deeper.forEach((name, inner) -> level.put(name, nest(inner)));
        return level;
    }
}
