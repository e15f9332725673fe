package dev.tiphys.sandbox.slack;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The methods of the Web API that write messages and look up people and channels.
final class SlackMethods {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final SlackWorkspace workspace;
    private final SlackInteractions interactions;

    SlackMethods(SlackWorkspace workspace, SlackInteractions interactions) {
        this.workspace = workspace;
        this.interactions = interactions;
    }

    ObjectNode call(String method, SlackArguments arguments) {
        return switch (method) {
            case "auth.test" -> authTest();
            case "chat.postMessage" -> post(arguments, "");
            case "chat.postEphemeral" -> postEphemeral(arguments);
            case "chat.update" -> update(arguments);
            case "conversations.list" -> channels();
            case "conversations.history" -> new SlackHistory(workspace, arguments).history();
            case "conversations.replies" -> new SlackHistory(workspace, arguments).replies();
            case "users.lookupByEmail" -> lookupByEmail(arguments.get("email"));
            case "users.info" -> info(arguments.get("user"));
            case "views.open" -> openView(arguments);
            default -> throw new SlackError("unknown_method");
        };
    }

    private static ObjectNode ok() {
        return JSON.createObjectNode().put("ok", true);
    }

    private static ObjectNode authTest() {
        return ok().put("url", "https://sandbox.slack.com/").put("team", "Sandbox").put("user", "tiphys")
                .put("team_id", SlackIds.TEAM).put("user_id", SlackIds.BOT).put("bot_id", SlackIds.BOT_ID)
                .put("is_enterprise_install", false);
    }

    private SlackChannel channel(SlackArguments arguments) {
        return workspace.findChannel(arguments.get("channel"))
                .orElseThrow(() -> new SlackError("channel_not_found"));
    }

    private ObjectNode post(SlackArguments arguments, String onlyFor) {
        SlackChannel channel = channel(arguments);
        ArrayNode blocks = arguments.blocks();
        if (arguments.get("text").isEmpty() && blocks.isEmpty()) {
            throw new SlackError("no_text");
        }
        ObjectNode metadata = arguments.structure("metadata").filter(JsonNode::isObject).map(ObjectNode.class::cast)
                .orElseGet(JSON::createObjectNode);
        SlackMessage message = workspace.post(channel, arguments.get("text"), blocks, arguments.get("thread_ts"),
                onlyFor, metadata);
        ObjectNode answer = ok().put("channel", channel.id()).put("ts", message.ts());
        answer.set("message", message.json());
        return answer;
    }

    private ObjectNode postEphemeral(SlackArguments arguments) {
        String user = arguments.get("user");
        if (SlackPerson.find(user).isEmpty()) {
            throw new SlackError("user_not_in_channel");
        }
        return ok().put("message_ts", post(arguments, user).path("ts").asString());
    }

    private ObjectNode update(SlackArguments arguments) {
        SlackChannel channel = channel(arguments);
        SlackMessage message = workspace
                .edit(channel, arguments.get("ts"), arguments.get("text"), arguments.blocks())
                .orElseThrow(() -> new SlackError("message_not_found"));
        ObjectNode answer = ok().put("channel", channel.id()).put("ts", message.ts()).put("text", message.text());
        answer.set("message", message.json());
        return answer;
    }

    private ObjectNode channels() {
        ObjectNode answer = ok();
        ArrayNode channels = answer.putArray("channels");
        for (SlackChannel channel : workspace.channels()) {
            channels.addObject().put("id", channel.id()).put("name", channel.name()).put("is_channel", true)
                    .put("is_private", false).put("is_archived", false).put("is_member", true);
        }
        answer.putObject("response_metadata").put("next_cursor", "");
        return answer;
    }

    private static ObjectNode lookupByEmail(String email) {
        return SlackPerson.all().stream().filter(user -> user.email().equalsIgnoreCase(email)).findFirst()
                .map(SlackMethods::user).orElseThrow(() -> new SlackError("users_not_found"));
    }

    private static ObjectNode info(String id) {
        return SlackPerson.find(id).map(SlackMethods::user).orElseThrow(() -> new SlackError("user_not_found"));
    }

    private static ObjectNode user(SlackPerson user) {
        ObjectNode answer = ok();
        answer.putObject("user").put("id", user.id()).put("team_id", user.team()).put("name", user.username())
                .put("real_name", user.name()).put("deleted", user.deactivated()).put("is_bot", false)
                .put("is_restricted", user.guest()).put("is_ultra_restricted", false)
                .put("is_stranger", !user.team().equals(SlackIds.TEAM)).putObject("profile")
                .put("email", user.email()).put("real_name", user.name());
        return answer;
    }

    private ObjectNode openView(SlackArguments arguments) {
        if (!(arguments.structure("view")
                .orElseThrow(() -> new SlackError("invalid_arguments")) instanceof ObjectNode view)) {
            throw new SlackError("invalid_arguments");
        }
        ObjectNode answer = ok();
        answer.set("view", interactions.open(arguments.get("trigger_id"), view));
        return answer;
    }
}
