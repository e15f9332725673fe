package dev.tiphys.sandbox.workflows.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/// A Kubernetes label selector.
final class LabelSelector {

    private static final String KEY = "([-_./A-Za-z0-9]+)";
    private static final Pattern SET = Pattern.compile(KEY + "\\s+(in|notin)\\s*\\(([^)]*)\\)");
    private static final Pattern EQUALS = Pattern.compile(KEY + "\\s*(==|=|!=)\\s*([-_.A-Za-z0-9]*)");
    private static final Pattern EXISTS = Pattern.compile("(!?)\\s*" + KEY);

    private LabelSelector() {
    }

    /// A test of an object's labels; text that is no selector is an [ArgoError] 400.
    static Predicate<JsonNode> parse(String text) {
        List<Predicate<JsonNode>> terms = new ArrayList<>();
        for (String term : text.split(",(?![^(]*\\))", -1)) {
            if (!term.isBlank()) {
                terms.add(term(term.strip()));
            }
        }
        return object -> terms.stream().allMatch(one -> one.test(object.path("metadata").path("labels")));
    }

    private static Predicate<JsonNode> term(String term) {
        Matcher set = SET.matcher(term);
        if (set.matches()) {
            Set<String> values = Stream.of(set.group(3).split(",", -1)).map(String::strip)
                    .collect(Collectors.toSet());
            boolean wanted = set.group(2).equals("in");
            return labels -> wanted == (labels.has(set.group(1)) && values.contains(value(labels, set.group(1))));
        }
        Matcher equals = EQUALS.matcher(term);
        if (equals.matches()) {
            boolean wanted = !equals.group(2).equals("!=");
            return labels -> wanted == (labels.has(equals.group(1))
                    && value(labels, equals.group(1)).equals(equals.group(3)));
        }
        Matcher exists = EXISTS.matcher(term);
        if (exists.matches()) {
            return labels -> exists.group(1).isEmpty() == labels.has(exists.group(2));
        }
        throw ArgoError.invalid("unable to parse requirement: found '" + term + "'");
    }

    private static String value(JsonNode labels, String key) {
        return labels.path(key).asString("");
    }
}
