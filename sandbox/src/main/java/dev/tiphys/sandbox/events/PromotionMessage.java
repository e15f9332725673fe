package dev.tiphys.sandbox.events;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;

/// The text that the sensor makes of an event: what was promoted where, how it ended, by whom, and where to look.
final class PromotionMessage {

    private PromotionMessage() {
    }

    static String of(JsonNode event) {
        boolean good = event.path("status").asString("").equals("Succeeded");
        List<String> lines = new ArrayList<>();
        lines.add((good ? "✔ " : "✘ ") + subject(event) + (good
                ? " is out"
                : " did not make it: *"
                        + escape(event.path("status").asString("")) + "*"));
        add(lines, "", event, "message");
        add(lines, "Failed: ", event, "failures");
        add(lines, "Where: ", event, "environments");
        add(lines, "By: ", event, "requestedBy");
        lines.add(link(event));
        return String.join("\n", lines);
    }

    private static String subject(JsonNode event) {
        String service = event.path("service").asString("");
        String version = event.path("version").asString("");
        return service.isEmpty()
                ? "*" + escape(event.path("promotion").asString("")) + "*"
                : "*" + escape(service) + "* `" + escape(version) + "`";
    }

    // What an event does not carry is left out; JSON lists become words.
    private static void add(List<String> lines, String label, JsonNode event, String field) {
        JsonNode value = event.path(field);
        List<String> words = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(each -> words.add(each.asString(each.toString())));
        } else if (!value.asString("").isBlank()) {
            words.add(value.asString(""));
        }
        if (!words.isEmpty()) {
            lines.add(label + escape(String.join(", ", words)));
        }
    }

    private static String link(JsonNode event) {
        String name = escape(event.path("promotion").asString(""));
        String url = event.path("url").asString("");
        return url.startsWith("http://") || url.startsWith("https://")
                ? "<" + escape(url).replace("|", "%7C") + "|" + name + ">"
                : "Promotion " + name;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
