package dev.tiphys.sandbox.slack;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A message in a channel.
///
/// @param ts its id within the channel, which is also its time
/// @param threadTs the message that it answers; empty outside threads
/// @param onlyFor the one person who sees it; empty for everybody
/// @param metadata what the app wants to find it by; people do not see it
record SlackMessage(SlackChannel channel, String ts, String text, ArrayNode blocks, String threadTs, String onlyFor,
        boolean edited, ObjectNode metadata) {

    SlackMessage {
        blocks = blocks.deepCopy();
        metadata = metadata.deepCopy();
    }

    SlackMessage edit(String newText, ArrayNode newBlocks) {
        return new SlackMessage(channel, ts, newText, newBlocks, threadTs, onlyFor, true, metadata);
    }

    boolean isIn(SlackChannel other) {
        return channel.equals(other);
    }

    ObjectNode jsonWithMetadata() {
        ObjectNode json = json();
        if (!metadata.isEmpty()) {
            json.set("metadata", metadata.deepCopy());
        }
        return json;
    }

    /// As Slack sends it in answers and interactions.
    ObjectNode json() {
        ObjectNode json = JsonMapper.shared().createObjectNode().put("type", "message").put("user", SlackIds.BOT)
                .put("bot_id", SlackIds.BOT_ID).put("app_id", SlackIds.APP).put("team", SlackIds.TEAM).put("ts", ts)
                .put("text", text);
        json.set("blocks", blocks.deepCopy());
        if (!threadTs.isEmpty()) {
            json.put("thread_ts", threadTs);
        }
        if (edited) {
            json.putObject("edited").put("user", SlackIds.BOT).put("ts", ts);
        }
        return json;
    }
}
