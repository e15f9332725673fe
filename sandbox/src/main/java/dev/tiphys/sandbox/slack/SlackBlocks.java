package dev.tiphys.sandbox.slack;

import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/// Slack's limits on the blocks of a message; what passes one is refused as a whole.
final class SlackBlocks {

    private static final Map<String, Integer> TEXT = Map.of("section", 3000, "header", 150);

    private SlackBlocks() {
    }

    static void check(ArrayNode blocks) {
        if (blocks.size() > 50) {
            throw new SlackError("invalid_blocks");
        }
        blocks.forEach(SlackBlocks::check);
    }

    private static void check(JsonNode block) {
        String type = block.path("type").asString("");
        require(block.path("block_id").asString("").length() <= 255);
        require(length(block.path("text")) <= TEXT.getOrDefault(type, Integer.MAX_VALUE));
        require(!type.equals("section") || block.path("text").isObject() || block.path("fields").isArray());
        require(!type.equals("actions") || (!block.path("elements").isEmpty() && block.path("elements").size() <= 25));
        block.path("elements").forEach(SlackBlocks::checkElement);
    }

    private static void checkElement(JsonNode element) {
        if (element.path("type").asString("").equals("button")) {
            require(length(element.path("text")) <= 75 && length(element.path("text")) > 0);
            require(element.path("value").asString("").length() <= 2000);
            require(element.path("url").asString("").length() <= 3000);
        }
    }

    private static int length(JsonNode text) {
        return text.path("text").asString("").length();
    }

    private static void require(boolean kept) {
        if (!kept) {
            throw new SlackError("invalid_blocks");
        }
    }
}
