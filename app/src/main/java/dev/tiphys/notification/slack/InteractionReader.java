package dev.tiphys.notification.slack;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the form field `payload` of an interaction.
@Component
class InteractionReader {

    private final JsonMapper json;

    InteractionReader(JsonMapper json) {
        this.json = json;
    }

    /// Empty when it is no interaction at all.
    Optional<Interaction> read(String body) {
        try {
            return payload(body).map(json::readTree).filter(JsonNode::isObject)
                    .map(InteractionReader::interaction);
        } catch (JacksonException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<String> payload(String form) {
        return Stream.of(form.split("&", -1)).filter(field -> field.startsWith("payload=")).findFirst()
                .map(field -> URLDecoder.decode(field.substring("payload=".length()), StandardCharsets.UTF_8));
    }

    private static Interaction interaction(JsonNode payload) {
        return switch (text(payload, "type")) {
            case "block_actions" -> press(payload);
            case "view_submission" -> submission(payload);
            default -> new Interaction.Other();
        };
    }

    private static Interaction press(JsonNode payload) {
        JsonNode action = payload.path("actions").path(0);
        JsonNode container = payload.path("container");
        return new Interaction.Press(user(payload), team(payload), text(action, "action_id"), text(action, "value"),
                new SlackPlace(text(container, "channel_id"), text(container, "message_ts")),
                text(payload, "trigger_id"), text(payload, "response_url"));
    }

    private static Interaction submission(JsonNode payload) {
        JsonNode view = payload.path("view");
        JsonNode reason = view.path("state").path("values").path(ReasonDialog.BLOCK).path(ReasonDialog.ACTION);
        String[] kept = text(view, "private_metadata").split(" ", 2);
        return new Interaction.Submission(user(payload), team(payload), text(view, "callback_id"), kept[0],
                text(reason, "value"), kept.length == 1 ? "" : kept[1]);
    }

    private static String team(JsonNode payload) {
        return text(payload.path("team"), "id");
    }

    /// In a channel shared between workspaces the person's own is named beside them.
    private static SlackUser user(JsonNode payload) {
        JsonNode user = payload.path("user");
        String own = text(user, "team_id");
        String name = text(user, "username");
        return new SlackUser(own.isEmpty() ? team(payload) : own, text(user, "id"),
                name.isEmpty() ? text(user, "name") : name);
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
