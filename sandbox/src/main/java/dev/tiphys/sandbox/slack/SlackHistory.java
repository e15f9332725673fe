package dev.tiphys.sandbox.slack;

import java.math.BigDecimal;
import java.util.List;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What apps may read of a channel: its messages, and the thread below one. Both want the channel's id, not its name.
record SlackHistory(SlackWorkspace workspace, SlackArguments arguments) {

    private static final int MOST = 200;

    ObjectNode history() {
        SlackChannel channel = channel();
        return answer(workspace.messages().reversed().stream()
                .filter(message -> message.isIn(channel) && message.threadTs().isEmpty()).toList());
    }

    ObjectNode replies() {
        SlackChannel channel = channel();
        String thread = arguments.get("ts");
        if (workspace.find(channel, thread).isEmpty()) {
            throw new SlackError("thread_not_found");
        }
        return answer(workspace.messages().stream().filter(message -> message.isIn(channel)
                && (message.ts().equals(thread) || message.threadTs().equals(thread))).toList());
    }

    private SlackChannel channel() {
        return workspace.channels().stream().filter(channel -> channel.id().equals(arguments.get("channel")))
                .findFirst().orElseThrow(() -> new SlackError("channel_not_found"));
    }

    private ObjectNode answer(List<SlackMessage> found) {
        ObjectNode answer = JsonMapper.shared().createObjectNode().put("ok", true);
        ArrayNode messages = answer.putArray("messages");
        BigDecimal oldest = number(arguments.get("oldest"));
        boolean withMetadata = List.of("true", "1").contains(arguments.get("include_all_metadata"));
        found.stream().filter(message -> message.onlyFor().isEmpty()
                && new BigDecimal(message.ts()).compareTo(oldest) > 0).limit(limit())
                .forEach(message -> messages.add(withMetadata ? message.jsonWithMetadata() : message.json()));
        return answer.put("has_more", false);
    }

    private int limit() {
        return Math.min(MOST, number(arguments.get("limit")).max(BigDecimal.ONE).intValue());
    }

    private static BigDecimal number(String text) {
        return text.matches("\\d{1,12}(\\.\\d{1,6})?") ? new BigDecimal(text) : BigDecimal.ZERO;
    }
}
