package dev.tiphys.steps;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.tiphys.argo.cd.ApplicationRef;

/// The program's arguments. All verbs share one set of options, so that a workflow can give each step the same ones.
record Order(String verb, Map<String, String> options) {

    private static final Set<String> KNOWN = Set.of("promotion", "target", "attempt", "version", "mechanism", "subject",
            "soak", "timeout", "interval", "patience", "status", "failures", "service", "message", "url", "wave",
            "gate",
            "plan", "proof", "key", "requester", "note", "change");

    private static final String ARROW = "->";

    Order {
        options = Map.copyOf(options);
    }

    /// @param arguments `step <verb> --name value …`, also `--name=value`
    static Order parse(List<String> arguments) {
        if (arguments.size() < 2 || !arguments.getFirst().equals("step")) {
            throw new UsageError("usage: tiphys step " + VerbName.all() + " --promotion NAME …");
        }
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 2; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            int equals = argument.indexOf('=');
            String name = name(equals < 0 ? argument : argument.substring(0, equals));
            if (equals < 0 && i + 1 == arguments.size()) {
                throw new UsageError(argument + " needs a value");
            }
            String value = equals < 0 ? arguments.get(++i) : argument.substring(equals + 1);
            if (options.put(name, value) != null) {
                throw new UsageError("--" + name + " is given twice");
            }
        }
        return new Order(arguments.get(1), options);
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(options.get(name)).filter(value -> !value.isBlank());
    }

    String get(String name) {
        return find(name).orElseThrow(() -> new UsageError("step " + verb + " needs --" + name));
    }

    String promotion() {
        return get("promotion");
    }

    /// One delivery; kept when its pod is tried again, so that nothing is done twice.
    String attempt() {
        return get("attempt");
    }

    /// The target's own version where it has one, else the one of all.
    String version() {
        String own = find("target").map(Order::own).orElse("");
        return own.isEmpty() ? get("version") : own;
    }

    private static String own(String target) {
        int arrow = target.lastIndexOf(ARROW);
        return arrow < 0 || arrow < target.indexOf('@') ? "" : target.substring(arrow + ARROW.length());
    }

    /// `project/application@from` or `project/application@from->to`; the version after the `@` is what the plan saw,
    /// the one after the arrow what this target gets instead of `--version`.
    ApplicationRef application() {
        String target = get("target");
        int at = target.indexOf('@');
        try {
            return ApplicationRef.parse(at < 0 ? target : target.substring(0, at));
        } catch (IllegalArgumentException e) {
            throw new UsageError("--target is written project/application@version, not '" + target + "'", e);
        }
    }

    /// Empty when the plan saw no version.
    String from() {
        String target = get("target");
        int at = target.indexOf('@');
        if (at < 0) {
            throw new UsageError("--target lacks the version that the plan saw: project/application@version");
        }
        int arrow = target.lastIndexOf(ARROW);
        return arrow < at ? target.substring(at + 1) : target.substring(at + 1, arrow);
    }

    Duration duration(String name, String otherwise) {
        String text = find(name).orElse(otherwise);
        try {
            return Durations.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UsageError("--" + name + " is written like 90s, 10m or 1h30m, not '" + text + "'", e);
        }
    }

    private static String name(String argument) {
        String name = argument.startsWith("--") ? argument.substring(2) : "";
        if (!KNOWN.contains(name)) {
            throw new UsageError("unknown option '" + argument + "'; known are " + new TreeSet<>(KNOWN).stream()
                    .map(known -> "--" + known).collect(Collectors.joining(" ")));
        }
        return name;
    }

    /// What `tiphys step` can do.
    enum VerbName {
        SET_VERSION, SYNC, AWAIT_ROLLOUT, VERIFY, CHECK_GATE, NOTIFY;

        static VerbName of(String text) {
            return Arrays.stream(values()).filter(verb -> verb.text().equals(text)).findFirst().orElseThrow(
                    () -> new UsageError("unknown step '" + text + "'; known are " + all()));
        }

        static String all() {
            return Arrays.stream(values()).map(VerbName::text).collect(Collectors.joining(" | "));
        }

        String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
