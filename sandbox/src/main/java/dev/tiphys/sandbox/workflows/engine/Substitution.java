package dev.tiphys.sandbox.workflows.engine;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

import dev.tiphys.sandbox.workflows.expr.Expression;
import dev.tiphys.sandbox.workflows.expr.ExpressionException;

/// Puts variables and expressions into text; what it cannot resolve stays as it is, for a later turn with
/// more variables.
final class Substitution {

    private static final Pattern TAG = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);

    private final Variables variables;
    private @Nullable Map<String, Object> environment;

    Substitution(Variables variables) {
        this.variables = variables;
    }

    JsonNode apply(JsonNode json) {
        return switch (json) {
            case StringNode text -> text.asString().contains("{{") ? StringNode.valueOf(apply(text.asString())) : text;
            case ObjectNode object -> {
                ObjectNode copy = object.objectNode();
                object.properties().forEach(entry -> copy.set(entry.getKey(), apply(entry.getValue())));
                yield copy;
            }
            case ArrayNode array -> {
                ArrayNode copy = array.arrayNode();
                array.forEach(item -> copy.add(apply(item)));
                yield copy;
            }
            default -> json;
        };
    }

    String apply(String text) {
        Matcher tag = TAG.matcher(text);
        return tag.replaceAll(found -> Matcher.quoteReplacement(resolve(found.group(1)).orElse(found.group())));
    }

    /// The first `{{…}}` that is still there.
    static Optional<String> unresolved(JsonNode json) {
        Matcher tag = TAG.matcher(json.isString() ? json.asString() : json.toString());
        return tag.find() ? Optional.of(tag.group(1).strip()) : Optional.empty();
    }

    private Optional<String> resolve(String tag) {
        if (tag.startsWith("=")) {
            return expression(tag.substring(1));
        }
        return Optional.ofNullable(variables.find(tag.strip()));
    }

    // An expression is tried in every scope it passes through. Where it fails or gives nil it waits for a fuller one.
    private Optional<String> expression(String source) {
        for (String late : new String[]{"workflow.status", "workflow.failures"}) {
            if (source.contains(late) && !variables.has(late)) {
                return Optional.empty();
            }
        }
        try {
            Object value = Expression.parse(source.strip()).evaluate(environment());
            return value == null ? Optional.empty() : Optional.of(text(value));
        } catch (ExpressionException notYet) {
            return Optional.empty();
        }
    }

    private static String text(Object value) {
        return Expression.parse("string(value)").evaluateText(Map.of("value", value));
    }

    private Map<String, Object> environment() {
        if (environment == null) {
            environment = variables.environment();
        }
        return Objects.requireNonNull(environment);
    }
}
