package dev.tiphys.notification.slack;

import java.util.Map;

import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Actor;

/// What follows from an interaction that is Slack's.
@Component
class InteractionDeeds {

    private final SlackProperties properties;
    private final Presses presses;
    private final SlackRecord record;
    private final JsonMapper json;

    InteractionDeeds(SlackProperties properties, Presses presses, SlackRecord record, JsonMapper json) {
        this.properties = properties;
        this.presses = presses;
        this.record = record;
        this.json = json;
    }

    boolean isOn() {
        return properties.isOn();
    }

    InteractionAnswer follow(Interaction interaction) {
        return switch (interaction) {
            case Interaction.Press press -> {
                presses.take(press);
                yield InteractionAnswer.taken();
            }
            case Interaction.Submission submission -> presses.take(submission).map(this::inTheDialog)
                    .orElseGet(InteractionAnswer::taken);
            case Interaction.Other _ -> InteractionAnswer.taken();
        };
    }

    private InteractionAnswer inTheDialog(String why) {
        return new InteractionAnswer(200,
                json.writeValueAsString(
                        Map.of("response_action", "errors", "errors", Map.of(ReasonDialog.BLOCK, why))));
    }

    /// The same bytes once more: nothing follows, and it is on record.
    InteractionAnswer repeated(Interaction interaction) {
        switch (interaction) {
            case Interaction.Press press -> note(press.by().actor(), press.value());
            case Interaction.Submission submission -> note(submission.by().actor(), submission.value());
            case Interaction.Other _ -> {
                // Nothing follows from it anyway.
            }
        }
        return InteractionAnswer.taken();
    }

    private void note(Actor who, String value) {
        String request = ButtonValue.parse(value).map(button -> button.request().toString()).orElse("unknown");
        record.noteAside(ActionTaken.by(who, "slack.repeated", "approval", request)
                .refused("the same request was taken before"));
    }
}
