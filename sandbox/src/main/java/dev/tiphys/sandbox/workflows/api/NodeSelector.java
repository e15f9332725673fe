package dev.tiphys.sandbox.workflows.api;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

/// A `nodeFieldSelector`: which nodes an action is about.
final class NodeSelector {

    private static final Pattern TERM = Pattern.compile("([A-Za-z0-9_.-]+?)(!=|==|=)(.*)", Pattern.DOTALL);

    private NodeSelector() {
    }

    static Predicate<JsonNode> parse(String text) {
        List<Predicate<JsonNode>> terms = new ArrayList<>();
        for (String term : text.split(",", -1)) {
            Matcher parts = TERM.matcher(term.strip());
            if (!parts.matches()) {
                throw ArgoError.invalid("invalid selector: '" + term + "'; can't understand '" + term + "'");
            }
            boolean wanted = !parts.group(2).equals("!=");
            String field = parts.group(1);
            String value = parts.group(3);
            terms.add(node -> wanted == value(node, field).equals(value));
        }
        return node -> terms.stream().allMatch(term -> term.test(node));
    }

    private static String value(JsonNode node, String field) {
        if (field.startsWith("inputs.parameters.") && field.endsWith(".value")) {
            String name = field.substring("inputs.parameters.".length(), field.length() - ".value".length());
            for (JsonNode parameter : node.path("inputs").path("parameters")) {
                if (parameter.path("name").asString("").equals(name)) {
                    return parameter.path("value").asString("");
                }
            }
            return "";
        }
        JsonNode value = node;
        for (String part : field.split("\\.", -1)) {
            value = value.path(part);
        }
        return value.asString("");
    }
}
