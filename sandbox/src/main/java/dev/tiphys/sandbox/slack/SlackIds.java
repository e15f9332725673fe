package dev.tiphys.sandbox.slack;

import java.util.Locale;
import java.util.Optional;

import dev.tiphys.sandbox.people.DemoUser;

/// The ids by which the workspace knows its people, as Slack makes them: opaque, and not their names.
final class SlackIds {

    static final String TEAM = "T0SANDBOX";
    static final String APP = "A0TIPHYS";
    static final String BOT = "U0TIPHYSBOT";
    static final String BOT_ID = "B0TIPHYS";

    private SlackIds() {
    }

    static String of(DemoUser user) {
        return "U0" + user.username().toUpperCase(Locale.ROOT);
    }

    static Optional<DemoUser> user(String id) {
        return DemoUser.all().stream().filter(user -> of(user).equals(id)).findFirst();
    }

    static String name(String id) {
        return user(id).map(DemoUser::name).orElse("Tiphys");
    }
}
