package dev.tiphys.sandbox.workflows.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

/// What names may look like.
final class NameRules {

    private static final Pattern WORKFLOW_FIELD = Pattern.compile("[a-zA-Z0-9][-a-zA-Z0-9]*");
    private static final Pattern PARAMETER = Pattern.compile("[a-zA-Z0-9_][-a-zA-Z0-9_]*");
    private static final Pattern OBJECT = Pattern.compile("[a-z0-9]([-a-z0-9.]*[a-z0-9])?");
    private static final int LONGEST = 128;

    private NameRules() {
    }

    static void workflow(JsonNode metadata) {
        String name = Json.text(metadata, "name");
        if (name.isEmpty() && Json.text(metadata, "generateName").isEmpty()) {
            throw Refusal.of("metadata.name or metadata.generateName is required");
        }
        if (name.length() > 63) {
            throw Refusal.of("workflow name \"" + name + "\" must not be more than 63 characters long (currently "
                    + name.length() + ")");
        }
        if (!name.isEmpty() && !OBJECT.matcher(name).matches()) {
            throw Refusal.of("Invalid value: \"" + name + "\": a lowercase RFC 1123 subdomain must consist of lower "
                    + "case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character");
        }
    }

    /// The names of templates, steps and tasks.
    static void unique(List<JsonNode> named, String where) {
        check(named, where, WORKFLOW_FIELD,
                "name must consist of alpha-numeric characters or '-', and must start with an alpha-numeric character "
                        + "(e.g. My-name1-2, 123-NAME)");
    }

    static void parameters(List<JsonNode> named, String where) {
        check(named, where, PARAMETER,
                "Parameter/Artifact name must consist of alpha-numeric characters, '_' or '-' e.g. my_param_1, MY-PARAM-1");
    }

    private static void check(List<JsonNode> named, String where, Pattern pattern, String rule) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < named.size(); i++) {
            String name = Json.text(named.get(i), "name");
            if (name.isEmpty()) {
                throw Refusal.of(where + "[" + i + "].name is required");
            }
            if (name.length() > LONGEST) {
                throw Refusal.of(where + "[" + i + "].name: '" + name + "' is invalid: must be no more than 128 "
                        + "characters");
            }
            if (!pattern.matcher(name).matches()) {
                throw Refusal.of(where + "[" + i + "].name: '" + name + "' is invalid: " + rule);
            }
            if (!seen.add(name)) {
                throw Refusal.of(where + "[" + i + "].name '" + name + "' is not unique");
            }
        }
    }
}
