package dev.tiphys.sandbox.workflows.lint;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

import dev.tiphys.sandbox.workflows.expr.Expression;
import dev.tiphys.sandbox.workflows.expr.ExpressionException;

/// Every expression of a spec must lie inside the subset that the sandbox can evaluate: it refuses rather than guess.
final class ExpressionRules {

    private static final Pattern TAG = Pattern.compile("\\{\\{=(.*?)}}", Pattern.DOTALL);

    private ExpressionRules() {
    }

    static void check(JsonNode template) {
        String where = "templates." + Json.text(template, "name");
        walk(template, where);
        String retry = Json.text(template.path("retryStrategy"), "expression");
        if (!retry.isEmpty()) {
            read(retry, where + ".retryStrategy.expression");
        }
    }

    private static void walk(JsonNode json, String where) {
        if (json.isString()) {
            Matcher tag = TAG.matcher(json.asString());
            while (tag.find()) {
                read(tag.group(1).strip(), where);
            }
        }
        String expression = Json.text(json.path("valueFrom"), "expression");
        if (!expression.isEmpty()) {
            read(expression, where);
        }
        json.forEach(child -> walk(child, where));
    }

    private static void read(String expression, String where) {
        try {
            Expression.parse(expression);
        } catch (ExpressionException outside) {
            throw Refusal.outside(where + ": " + outside.getMessage());
        }
    }
}
