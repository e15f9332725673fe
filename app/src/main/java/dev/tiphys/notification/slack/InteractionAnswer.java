package dev.tiphys.notification.slack;

/// What Slack is answered, within three seconds.
///
/// @param json empty when there is nothing to say
public record InteractionAnswer(int status, String json) {

    static InteractionAnswer taken() {
        return new InteractionAnswer(200, "");
    }

    static InteractionAnswer refused(int status) {
        return new InteractionAnswer(status, "");
    }
}
