package dev.tiphys.sandbox.workflows.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Makes many steps or tasks of one with `withItems`, `withParam` or `withSequence`.
final class FanOut {

    private FanOut() {
    }

    static boolean appliesTo(JsonNode holder) {
        return holder.has("withItems") || !holder.path("withParam").asString("").isEmpty()
                || holder.has("withSequence");
    }

    /// One holder for each item, named `x(0:item)`, with `{{item}}` filled in.
    static List<ObjectNode> expand(ObjectNode holder, Variables variables) {
        List<ObjectNode> expanded = new ArrayList<>();
        int index = 0;
        for (JsonNode item : items(holder)) {
            ObjectNode one = holder.deepCopy();
            one.remove(List.of("withItems", "withParam", "withSequence"));
            Variables inside = variables.copy().put("item", ArgumentBinding.text(item));
            item.properties().forEach(
                    entry -> inside.put("item." + entry.getKey(), ArgumentBinding.text(entry.getValue())));
            ObjectNode filled = (ObjectNode) new Substitution(inside).apply(one);
            filled.put("name", holder.path("name").asString("") + "(" + index + ":" + label(item) + ")");
            expanded.add(filled);
            index++;
        }
        return expanded;
    }

    private static String label(JsonNode item) {
        if (!item.isObject()) {
            return ArgumentBinding.text(item);
        }
        Map<String, String> sorted = new TreeMap<>();
        item.properties().forEach(entry -> sorted.put(entry.getKey(), ArgumentBinding.text(entry.getValue())));
        return sorted.entrySet().stream().map(entry -> entry.getKey() + ":" + entry.getValue())
                .collect(Collectors.joining(","));
    }

    private static JsonNode items(ObjectNode holder) {
        if (holder.has("withItems")) {
            return holder.path("withItems");
        }
        if (holder.has("withSequence")) {
            return sequence(holder.path("withSequence"));
        }
        String text = holder.path("withParam").asString("");
        try {
            JsonNode items = JsonMapper.shared().readTree(text);
            if (items.isArray()) {
                return items;
            }
        } catch (JacksonException notJson) {
            throw new WorkflowFault("withParam value could not be parsed as a JSON list: " + text + ": "
                    + notJson.getOriginalMessage());
        }
        throw new WorkflowFault("withParam value could not be parsed as a JSON list: " + text);
    }

    private static ArrayNode sequence(JsonNode sequence) {
        int start = number(sequence.path("start"), 0);
        int end = sequence.has("count")
                ? start + number(sequence.path("count"), 0) - 1
                : number(sequence.path("end"), 0);
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        if (sequence.has("count") && end < start) {
            return items;
        }
        String format = sequence.path("format").asString("%d");
        int step = end < start ? -1 : 1;
        for (int i = start; i != end + step; i += step) {
            items.add(String.format(Locale.ROOT, format, i));
        }
        return items;
    }

    private static int number(JsonNode value, int otherwise) {
        String text = value.isMissingNode() ? Integer.toString(otherwise) : ArgumentBinding.text(value);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw new WorkflowFault("withSequence takes whole numbers, not " + text);
        }
    }
}
