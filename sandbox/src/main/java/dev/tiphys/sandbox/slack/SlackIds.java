package dev.tiphys.sandbox.slack;

/// The ids that the workspace has given, as Slack makes them: opaque, and not names.
final class SlackIds {

    static final String TEAM = "T0SANDBOX";
    static final String OTHER_TEAM = "T0PARTNER";
    static final String APP = "A0TIPHYS";
    static final String BOT = "U0TIPHYSBOT";
    static final String BOT_ID = "B0TIPHYS";

    private SlackIds() {
    }

    static String name(String id) {
        return SlackPerson.find(id).map(SlackPerson::name).orElse("Tiphys");
    }
}
