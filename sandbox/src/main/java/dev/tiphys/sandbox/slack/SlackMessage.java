package dev.tiphys.sandbox.slack;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A message in a channel.
///
/// @param ts its id within the channel, which is also its time
/// @param threadTs the message that it answers; empty outside threads
/// @param onlyFor the one person who sees it; empty for everybody
record SlackMessage(SlackChannel channel, String ts, String text, ArrayNode blocks, String threadTs, String onlyFor,
        boolean edited) {

    SlackMessage {
        blocks = blocks.deepCopy();
    }

    SlackMessage edit(String newText, ArrayNode newBlocks) {
        return new SlackMessage(channel, ts, newText, newBlocks, threadTs, onlyFor, true);
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
