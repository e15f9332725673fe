package dev.tiphys.sandbox.slack;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import dev.tiphys.sandbox.people.DemoUser;

/// Somebody who can press a button: the demo users, who are members of the workspace, and three whom no app should
/// believe.
///
/// @param team the workspace that the account belongs to
record SlackPerson(String username, String name, String email, String team, boolean guest, boolean deactivated) {

    private static final List<SlackPerson> ALL = Stream
            .concat(DemoUser.all().stream().map(SlackPerson::member), Stream.of(
                    new SlackPerson("guest", "Gia Rossi (guest)", "gia@agency.example", SlackIds.TEAM, true, false),
                    new SlackPerson("partner", "Pat Lee (of another workspace)", "pat@partner.example",
                            SlackIds.OTHER_TEAM, false, false),
                    new SlackPerson("former", "Femi Bello (deactivated)", "femi@tiphys.example", SlackIds.TEAM, false,
                            true)))
            .toList();

    private static SlackPerson member(DemoUser user) {
        return new SlackPerson(user.username(), user.name(), user.email(), SlackIds.TEAM, false, false);
    }

    static List<SlackPerson> all() {
        return ALL;
    }

    static Optional<SlackPerson> named(String username) {
        return ALL.stream().filter(person -> person.username.equals(username)).findFirst();
    }

    static Optional<SlackPerson> find(String id) {
        return ALL.stream().filter(person -> person.id().equals(id)).findFirst();
    }

    /// As Slack makes them: opaque, and not their names.
    String id() {
        return "U0" + username.toUpperCase(Locale.ROOT);
    }
}
