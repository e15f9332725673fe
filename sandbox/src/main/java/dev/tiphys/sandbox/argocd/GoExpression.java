package dev.tiphys.sandbox.argocd;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/// The part of Go's template language that ApplicationSets of the sandbox may use: paths, `index`, texts, pipes and a
/// few functions. Anything else is an [IllegalArgumentException], not a guess.
record GoExpression(ObjectNode parameters, boolean missingIsError) {

    private static final Pattern WORD = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s|]+)|(\\|)");

    String evaluate(String expression) {
        String piped = null;
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(expression);
        while (matcher.find()) {
            if (matcher.group(3) != null) {
                piped = call(words, piped);
                words = new ArrayList<>();
            } else {
                words.add(matcher.group());
            }
        }
        return call(words, piped);
    }

    private String call(List<String> words, @org.jspecify.annotations.Nullable String piped) {
        if (words.isEmpty()) {
            throw new IllegalArgumentException("template: missing value for command");
        }
        String function = words.getFirst();
        if (words.size() == 1 && piped == null && (function.startsWith(".") || function.startsWith("\""))) {
            return shown(function);
        }
        if (function.equals("index")) {
            return index(words);
        }
        List<String> values = new ArrayList<>();
        words.subList(1, words.size()).forEach(word -> values.add(function.equals("default")
                ? lenient(word)
                : shown(word)));
        if (piped != null) {
            values.add(piped);
        }
        return apply(function, values);
    }

    private String apply(String function, List<String> values) {
        String last = values.isEmpty() ? "" : values.getLast();
        return switch (function + "/" + values.size()) {
            case "lower/1" -> last.toLowerCase(Locale.ROOT);
            case "upper/1" -> last.toUpperCase(Locale.ROOT);
            case "trim/1" -> last.strip();
            case "quote/1" -> '"' + last + '"';
            case "toString/1" -> last;
            case "normalize/1" -> last.toLowerCase(Locale.ROOT).replaceAll("[^-a-z0-9.]", "-");
            case "default/2" -> last.isEmpty() || last.equals("<no value>") ? values.getFirst() : last;
            case "trimPrefix/2" ->
                last.startsWith(values.getFirst()) ? last.substring(values.getFirst().length()) : last;
            case "replace/3" -> last.replace(values.get(0), values.get(1));
            default -> throw new IllegalArgumentException(
                    "template: function \"" + function + "\" not defined in the sandbox with " + values.size()
                            + " values");
        };
    }

    private String index(List<String> words) {
        JsonNode node = words.size() > 1 ? read(words.get(1)) : MissingNode.getInstance();
        for (String key : words.subList(Math.min(2, words.size()), words.size())) {
            node = node.path(unquoted(key));
        }
        return node.isMissingNode() ? "" : node.asString(node.toString());
    }

    private String lenient(String word) {
        return word.startsWith(".") ? read(word).asString("") : shown(word);
    }

    private String shown(String word) {
        if (!word.startsWith(".")) {
            return unquoted(word);
        }
        JsonNode value = read(word);
        if (value.isMissingNode()) {
            if (missingIsError) {
                throw new IllegalArgumentException("template: executing at <" + word
                        + ">: map has no entry for key \"" + word.substring(word.lastIndexOf('.') + 1) + "\"");
            }
            return "<no value>";
        }
        return value.asString(value.toString());
    }

    private JsonNode read(String word) {
        JsonNode node = parameters;
        for (String part : word.substring(1).split("\\.", -1)) {
            node = part.isEmpty() ? node : node.path(part);
        }
        return node;
    }

    private static String unquoted(String word) {
        return word.startsWith("\"") ? word.substring(1, word.length() - 1).replace("\\\"", "\"") : word;
    }
}
