package dev.tiphys.sandbox.slack;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Makes interactions of what a person presses and submits on the page, and remembers what an app may do in return:
/// open a dialog with the trigger, answer through the response URL.
final class SlackInteractions {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int RESPONSES = 5;
    private static final Duration GOOD = Duration.ofMinutes(30);

    private final SecureRandom random = new SecureRandom();
    private final Map<String, SlackPerson> triggers = new ConcurrentHashMap<>();
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final SlackWorkspace workspace;
    private final URI responseUrl;

    SlackInteractions(SlackWorkspace workspace, URI responseUrl) {
        this.workspace = workspace;
        this.responseUrl = responseUrl;
    }

    /// The `block_actions` of a pressed button.
    ObjectNode pressed(SlackPerson user, SlackMessage message, JsonNode element, String blockId) {
        ObjectNode payload = common("block_actions", user);
        payload.putObject("container").put("type", "message").put("message_ts", message.ts())
                .put("channel_id", message.channel().id()).put("is_ephemeral", !message.onlyFor().isEmpty());
        payload.putObject("channel").put("id", message.channel().id()).put("name", message.channel().name());
        payload.set("message", message.json());
        String reply = random();
        replies.put(reply, new Reply(message, user, RESPONSES, workspace.now().plus(GOOD)));
        payload.put("response_url", responseUrl + "/" + reply);
        ObjectNode action = payload.putArray("actions").addObject();
        action.setAll((ObjectNode) element.deepCopy());
        action.put("block_id", blockId).put("action_ts", message.ts());
        return payload;
    }

    /// The `view_submission` of a dialog; `state` has the values by block and action.
    ObjectNode submitted(SlackPerson user, ObjectNode view, ObjectNode state) {
        ObjectNode payload = common("view_submission", user);
        ObjectNode filled = payload.putObject("view");
        filled.setAll(view.deepCopy());
        filled.putObject("state").set("values", state);
        payload.putArray("response_urls");
        return payload;
    }

    private ObjectNode common(String type, SlackPerson user) {
        ObjectNode payload = JSON.createObjectNode().put("type", type).put("api_app_id", SlackIds.APP);
        payload.putObject("team").put("id", SlackIds.TEAM).put("domain", "sandbox");
        payload.putObject("user").put("id", user.id()).put("username", user.username())
                .put("name", user.username()).put("team_id", user.team());
        payload.putNull("enterprise").put("is_enterprise_install", false);
        String trigger = random();
        triggers.put(trigger, user);
        return payload.put("trigger_id", trigger);
    }

    /// Opens a dialog for the person whose press made the trigger; a trigger is good once.
    ObjectNode open(String trigger, ObjectNode view) {
        SlackPerson user = triggers.remove(trigger);
        if (user == null) {
            throw new SlackError("invalid_trigger_id");
        }
        String id = "V" + random();
        ObjectNode opened = view.deepCopy().put("id", id).put("team_id", SlackIds.TEAM).put("app_id", SlackIds.APP)
                .put("bot_id", SlackIds.BOT_ID).put("opened_by", user.username());
        workspace.openDialog(id, opened);
        return opened;
    }

    /// The message that a response URL belongs to, while it is still good: five times within half an hour.
    Optional<Reply> useReply(String id) {
        return Optional.ofNullable(replies.computeIfPresent(id,
                (key, reply) -> reply.left() == 0 || workspace.now().isAfter(reply.until()) ? null : reply.used()));
    }

    private String random() {
        byte[] bytes = new byte[12];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /// A way to answer a press.
    record Reply(SlackMessage message, SlackPerson user, int left, Instant until) {

        Reply used() {
            return new Reply(message, user, left - 1, until);
        }
    }
}
