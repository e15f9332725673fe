package dev.tiphys.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What was written after `tiphys emergency-session`. What it does not know itself is configuration.
record EmergencyWish(String name, String reason, List<String> groups, int minutes, List<String> rest) {

    private static final Set<String> OURS = Set.of("--name", "--reason", "--groups", "--minutes");
    private static final String DEFAULT_MINUTES = "30";
    private static final int MOST_MINUTES = 60;

    EmergencyWish {
        groups = List.copyOf(groups);
        rest = List.copyOf(rest);
    }

    static EmergencyWish read(List<String> arguments) {
        Map<String, String> ours = new HashMap<>();
        List<String> rest = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String[] parts = arguments.get(i).split("=", 2);
            if (!OURS.contains(parts[0])) {
                rest.add(arguments.get(i));
            } else if (parts.length == 2) {
                ours.put(parts[0], parts[1]);
            } else if (i + 1 < arguments.size()) {
                ours.put(parts[0], arguments.get(++i));
            }
        }
        return new EmergencyWish(text(ours, "--name", 100), text(ours, "--reason", 500),
                Stream.of(ours.getOrDefault("--groups", "").split(",", -1)).map(String::strip)
                        .filter(group -> !group.isEmpty()).toList(),
                minutes(ours.getOrDefault("--minutes", DEFAULT_MINUTES)), rest);
    }

    private static String text(Map<String, String> given, String key, int longest) {
        String text = given.getOrDefault(key, "").strip();
        if (text.isEmpty() || text.length() > longest) {
            throw new IllegalArgumentException("write " + NAME_AND_REASON + ", at most " + longest
                    + " characters after " + key + ".");
        }
        return text;
    }

    private static final String NAME_AND_REASON = EmergencyCommand.NAME
            + " --name \"your name\" --reason \"why\" [--groups a,b] [--minutes 30]";

    private static int minutes(String text) {
        int minutes = text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
        if (minutes < 1 || minutes > MOST_MINUTES) {
            throw new IllegalArgumentException("--minutes is 1 to " + MOST_MINUTES + ".");
        }
        return minutes;
    }
}
