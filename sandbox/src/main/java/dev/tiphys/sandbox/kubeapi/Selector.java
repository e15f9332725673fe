package dev.tiphys.sandbox.kubeapi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

import dev.tiphys.sandbox.http.Request;
import dev.tiphys.sandbox.kube.ObjectMeta;

/// Label and field selectors of a request.
final class Selector {

    private static final Pattern SET = Pattern.compile("\\s*(\\S+)\\s+(in|notin)\\s*\\(([^)]*)\\)\\s*");
    private static final Pattern EQUALITY = Pattern.compile("\\s*([^!=\\s]+)\\s*(==|=|!=)\\s*(\\S*)\\s*");
    private static final Pattern EXISTENCE = Pattern.compile("\\s*(!?)\\s*([\\w./-]+)\\s*");

    private Selector() {
    }

    static Predicate<JsonNode> of(Request request) {
        Predicate<JsonNode> all = object -> true;
        for (String term : terms(request.query("labelSelector").orElse(""))) {
            all = all.and(label(term));
        }
        for (String term : terms(request.query("fieldSelector").orElse(""))) {
            all = all.and(field(term));
        }
        return all;
    }

    // Commas within parentheses belong to a set.
    private static List<String> terms(String text) {
        List<String> terms = new ArrayList<>();
        for (String term : text.split(",(?![^(]*\\))", -1)) {
            if (!term.isBlank()) {
                terms.add(term);
            }
        }
        return terms;
    }

    private static Predicate<JsonNode> label(String term) {
        Matcher set = SET.matcher(term);
        if (set.matches()) {
            List<String> values = Arrays.stream(set.group(3).split(",", -1)).map(String::strip).toList();
            boolean in = set.group(2).equals("in");
            return object -> values.contains(text(object, set.group(1), "\0")) == in;
        }
        Matcher equality = EQUALITY.matcher(term);
        if (equality.matches()) {
            boolean equal = !equality.group(2).equals("!=");
            return object -> text(object, equality.group(1), "\0").equals(equality.group(3)) == equal;
        }
        Matcher existence = EXISTENCE.matcher(term);
        if (existence.matches()) {
            boolean present = existence.group(1).isEmpty();
            return object -> object.path("metadata").path("labels").has(existence.group(2)) == present;
        }
        throw ApiRefusal.badRequest("unable to parse requirement: " + term);
    }

    private static String text(JsonNode object, String label, String otherwise) {
        return object.path("metadata").path("labels").path(label).asString(otherwise);
    }

    private static Predicate<JsonNode> field(String term) {
        Matcher equality = EQUALITY.matcher(term);
        if (!equality.matches()) {
            throw ApiRefusal.badRequest("invalid selector: '" + term + "'; can't understand '" + term + "'");
        }
        boolean equal = !equality.group(2).equals("!=");
        String value = equality.group(3);
        return switch (equality.group(1)) {
            case "metadata.name" -> object -> ObjectMeta.name(object).equals(value) == equal;
            case "metadata.namespace" -> object -> ObjectMeta.namespace(object).equals(value) == equal;
            default -> throw ApiRefusal.badRequest("field label not supported: " + equality.group(1));
        };
    }
}
