package dev.tiphys.sandbox.workflows.api;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

import dev.tiphys.sandbox.kube.ObjectMeta;

/// Which workflows a list or watch is about.
///
/// @param limit 0 for all
/// @param showRemaining whether the answer tells how many more there are
record ListQuery(Predicate<JsonNode> filter, int limit, int offset, boolean showRemaining) {

    private static final Pattern TERM = Pattern
            .compile("(metadata\\.name|metadata\\.namespace|spec\\.startedAt)(==|!=|=|>|<)(.*)");

    static ListQuery of(Call call) {
        Predicate<JsonNode> filter = LabelSelector.parse(call.query("listOptions.labelSelector"));
        boolean remaining = false;
        for (String term : call.query("listOptions.fieldSelector").split(",", -1)) {
            if (term.equals("ext.showRemainingItemCount=true")) {
                remaining = true;
            } else if (!term.isBlank()) {
                filter = filter.and(field(term, call.query("nameFilter")));
            }
        }
        for (String bound : List.of("createdAfter", "finishedBefore")) {
            filter = filter.and(bound(bound, call.query(bound)));
        }
        return new ListQuery(filter, number(call.query("listOptions.limit"), "listOptions.limit"),
                number(call.query("listOptions.continue"), "listOptions.continue"), remaining);
    }

    private static Predicate<JsonNode> field(String term, String nameFilter) {
        Matcher parts = TERM.matcher(term);
        if (!parts.matches()) {
            throw ArgoError.invalid("unsupported requirement " + term);
        }
        String value = parts.group(3);
        boolean wanted = !parts.group(2).equals("!=");
        return switch (parts.group(1)) {
            case "metadata.name" -> object -> wanted == name(ObjectMeta.name(object), value, nameFilter);
            case "metadata.namespace" -> object -> wanted == ObjectMeta.namespace(object).equals(value);
            default -> startedAt(parts.group(2), instant(value));
        };
    }

    private static boolean name(String name, String value, String how) {
        return switch (how) {
            case "Contains" -> name.contains(value);
            case "Prefix" -> name.startsWith(value);
            case "NotEquals" -> !name.equals(value);
            default -> name.equals(value);
        };
    }

    private static Predicate<JsonNode> startedAt(String operator, Instant moment) {
        return object -> {
            String text = object.path("status").path("startedAt").asString("");
            if (text.isEmpty()) {
                return false;
            }
            int order = Instant.parse(text).compareTo(moment);
            return operator.equals(">") ? order > 0 : operator.equals("<") ? order < 0 : order == 0;
        };
    }

    private static Predicate<JsonNode> bound(String name, String value) {
        if (value.isEmpty()) {
            return object -> true;
        }
        Instant moment = instant(value);
        return name.equals("createdAfter")
                ? object -> time(object.path("metadata").path("creationTimestamp"), Instant.MIN).isAfter(moment)
                : object -> time(object.path("status").path("finishedAt"), Instant.MAX).isBefore(moment);
    }

    private static Instant time(JsonNode value, Instant otherwise) {
        return value.isString() ? Instant.parse(value.asString()) : otherwise;
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException invalid) {
            throw ArgoError.invalid("parsing time \"" + text + "\" as RFC 3339 failed");
        }
    }

    private static int number(String text, String name) {
        try {
            return text.isEmpty() ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw ArgoError.invalid(name + " must be int");
        }
    }
}
