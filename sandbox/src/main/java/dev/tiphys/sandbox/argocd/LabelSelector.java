package dev.tiphys.sandbox.argocd;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

/// A Kubernetes label selector, written as text or as `matchLabels` and `matchExpressions`.
final class LabelSelector {

    private static final Pattern SET = Pattern.compile("([\\w./-]+)\\s+(in|notin)\\s+\\(([^()]*)\\)");
    private static final Pattern EQUALITY = Pattern.compile("([\\w./-]+)\\s*(==|=|!=)\\s*([\\w.-]*)");
    private static final Pattern PRESENCE = Pattern.compile("(!?)\\s*([\\w./-]+)");
    private static final Pattern COMMA = Pattern.compile(",(?![^()]*\\))");

    private final List<Term> terms;

    private LabelSelector(List<Term> terms) {
        this.terms = terms;
    }

    static LabelSelector parse(String text) {
        List<Term> terms = new ArrayList<>();
        if (!text.isBlank()) {
            for (String part : COMMA.split(text, -1)) {
                terms.add(term(part.strip(), text));
            }
        }
        return new LabelSelector(terms);
    }

    private static Term term(String part, String all) {
        Matcher set = SET.matcher(part);
        if (set.matches()) {
            return new Term(set.group(1), set.group(2).equals("in") ? "In" : "NotIn",
                    List.of(set.group(3).strip().split("\\s*,\\s*")));
        }
        Matcher equality = EQUALITY.matcher(part);
        if (equality.matches()) {
            return new Term(equality.group(1), equality.group(2).equals("!=") ? "NotIn" : "In",
                    List.of(equality.group(3)));
        }
        Matcher presence = PRESENCE.matcher(part);
        if (presence.matches()) {
            return new Term(presence.group(2), presence.group(1).isEmpty() ? "Exists" : "DoesNotExist", List.of());
        }
        throw GrpcException.unknown("error parsing the selector: unable to parse requirement: found '" + part
                + "' in '" + all + "'");
    }

    /// Reads `matchLabels` and `matchExpressions`.
    static LabelSelector of(JsonNode selector) {
        List<Term> terms = new ArrayList<>();
        selector.path("matchLabels").properties()
                .forEach(entry -> terms.add(new Term(entry.getKey(), "In", List.of(entry.getValue().asString("")))));
        for (JsonNode expression : selector.path("matchExpressions")) {
            List<String> values = expression.path("values").valueStream().map(value -> value.asString("")).toList();
            terms.add(new Term(expression.path("key").asString(""), expression.path("operator").asString(""), values));
        }
        return new LabelSelector(terms);
    }

    boolean isEmpty() {
        return terms.isEmpty();
    }

    /// @param labels an object of label names and values
    boolean matches(JsonNode labels) {
        return terms.stream().allMatch(term -> term.matches(labels.path(term.key())));
    }

    private record Term(String key, String operator, List<String> values) {

        boolean matches(JsonNode label) {
            boolean among = label.isString() && values.contains(label.asString());
            return switch (operator) {
                case "In" -> among;
                case "NotIn" -> !among;
                case "Exists" -> label.isString();
                case "DoesNotExist" -> !label.isString();
                default -> throw GrpcException.unknown("\"" + operator + "\" is not a valid label selector operator");
            };
        }
    }
}
