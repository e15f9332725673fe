package dev.tiphys.catalog.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The parts of a schema that speak of fields, each with what must hold for it to count.
record Branches(JsonNode root, List<Branch> all) {

    private static final int DEEPEST = 12;

    /// @param conditions all of which must hold; none for what always counts
    record Branch(List<Condition> conditions, JsonNode schema) {

        Set<String> defines() {
            return Set.copyOf(List.copyOf(schema.path("properties").propertyNames()));
        }

        Set<String> requires() {
            return texts(schema.path("required"));
        }

        boolean isAlways() {
            return conditions.isEmpty();
        }
    }

    /// @param test a schema that the values fit, or do not where `not`
    record Condition(JsonNode test, boolean not) {

        /// The fields that decide.
        Set<String> fields() {
            Set<String> fields = new HashSet<>();
            gather(test, fields, 0);
            return fields;
        }

        private static void gather(JsonNode schema, Set<String> fields, int depth) {
            fields.addAll(schema.path("properties").propertyNames());
            fields.addAll(texts(schema.path("required")));
            if (depth < DEEPEST) {
                Stream.of("allOf", "anyOf", "oneOf").flatMap(word -> schema.path(word).valueStream())
                        .forEach(part -> gather(part, fields, depth + 1));
                if (schema.has("not")) {
                    gather(schema.path("not"), fields, depth + 1);
                }
            }
        }
    }

    static Branches of(JsonNode root) {
        Branches branches = new Branches(root, new ArrayList<>());
        branches.add(root, List.of(), 0);
        return branches;
    }

    private void add(JsonNode written, List<Condition> conditions, int depth) {
        JsonNode schema = resolve(written);
        if (!schema.isObject() || depth > DEEPEST) {
            return;
        }
        all.add(new Branch(conditions, schema));
        Stream.of("allOf", "anyOf", "oneOf").flatMap(word -> schema.path(word).valueStream())
                .forEach(part -> add(part, conditions, depth + 1));
        if (schema.has("if")) {
            add(schema.path("then"), and(conditions, new Condition(schema.path("if"), false)), depth + 1);
            add(schema.path("else"), and(conditions, new Condition(schema.path("if"), true)), depth + 1);
        }
        schema.path("dependentRequired").properties().forEach(entry -> {
            ObjectNode required = JsonNodeFactory.instance.objectNode();
            required.set("required", entry.getValue());
            add(required, and(conditions, given(entry.getKey())), depth + 1);
        });
        schema.path("dependentSchemas").properties()
                .forEach(entry -> add(entry.getValue(), and(conditions, given(entry.getKey())), depth + 1));
    }

    private static Condition given(String field) {
        ObjectNode test = JsonNodeFactory.instance.objectNode();
        test.putArray("required").add(field);
        return new Condition(test, false);
    }

    private static List<Condition> and(List<Condition> conditions, Condition another) {
        return Stream.concat(conditions.stream(), Stream.of(another)).toList();
    }

    /// What a reference within the document means.
    JsonNode resolve(JsonNode written) {
        JsonNode schema = written;
        for (int hop = 0; hop < DEEPEST && schema.path("$ref").asString("").startsWith("#/"); hop++) {
            JsonNode found = root.at(schema.path("$ref").asString().substring(1));
            ObjectNode merged = JsonNodeFactory.instance.objectNode();
            found.properties().forEach(entry -> merged.set(entry.getKey(), entry.getValue()));
            schema.properties().stream().filter(entry -> !entry.getKey().equals("$ref"))
                    .forEach(entry -> merged.set(entry.getKey(), entry.getValue()));
            schema = merged;
        }
        return schema;
    }

    /// Those that count for these values.
    List<Branch> inForce(JsonNode values) {
        return all.stream().filter(branch -> branch.conditions().stream()
                .allMatch(condition -> Verdicts.accepts(root, condition.test(), values) != condition.not())).toList();
    }

    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        all.forEach(branch -> {
            names.addAll(branch.schema().path("properties").propertyNames());
            names.addAll(branch.requires());
        });
        return names;
    }

    /// The fields that show only sometimes: what only a condition defines or asks for. Of fields that wait for each
    /// other none would ever show, so those always do.
    Set<String> conditional() {
        Map<String, Set<String>> deciders = new HashMap<>();
        Set<String> fixed = new HashSet<>();
        Set<String> defined = new HashSet<>();
        all.stream().filter(Branch::isAlways).forEach(branch -> {
            fixed.addAll(branch.requires());
            defined.addAll(branch.defines());
        });
        all.stream().filter(branch -> !branch.isAlways()).forEach(branch -> mentioned(branch, defined).stream()
                .filter(name -> !fixed.contains(name))
                .forEach(name -> branch.conditions().forEach(condition -> deciders
                        .computeIfAbsent(name, key -> new HashSet<>()).addAll(condition.fields()))));
        return Set.copyOf(deciders.keySet().stream().filter(name -> !reaches(name, name, deciders, new HashSet<>()))
                .toList());
    }

    /// What a condition brings onto the form: what it asks for, and what nobody else defines.
    static Set<String> mentioned(Branch branch, Set<String> definedAlways) {
        Set<String> names = new HashSet<>(branch.requires());
        branch.defines().stream().filter(name -> !definedAlways.contains(name)).forEach(names::add);
        return names;
    }

    Set<String> definedAlways() {
        Set<String> defined = new HashSet<>();
        all.stream().filter(Branch::isAlways).forEach(branch -> defined.addAll(branch.defines()));
        return defined;
    }

    /// The fields on which others depend.
    Set<String> deciding() {
        Set<String> deciding = new HashSet<>();
        all.forEach(branch -> branch.conditions().forEach(condition -> deciding.addAll(condition.fields())));
        return deciding;
    }

    private static boolean reaches(String from, String wanted, Map<String, Set<String>> deciders, Set<String> seen) {
        return deciders.getOrDefault(from, Set.of()).stream().anyMatch(
                next -> next.equals(wanted) || (seen.add(next) && reaches(next, wanted, deciders, seen)));
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new LinkedHashSet<>();
        list.valueStream().filter(JsonNode::isString).forEach(text -> texts.add(text.asString()));
        return texts;
    }
}
