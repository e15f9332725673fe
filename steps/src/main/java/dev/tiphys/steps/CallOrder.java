package dev.tiphys.steps;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The arguments of `tiphys call METHOD PATH --name value …`: one call of an API, whose values come from the
/// container's environment, never out of its arguments.
///
/// @param path below `API_URL`; `{NAME}` is filled with a variable, or with a field of the answer before, as one segment
/// @param options by name, in the order given
record CallOrder(String method, String path, Map<String, List<String>> options) {

    static final String WORD = "call";

    private static final Set<String> METHODS = Set.of("GET", "PUT", "POST", "PATCH", "DELETE");
    private static final Set<String> KNOWN = Set.of("field", "output", "poll", "until", "failed", "reason", "every",
            "within", "log", "secret", "secret-key", "ok");

    CallOrder {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        options.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        options = Map.copyOf(copy);
    }

    static CallOrder parse(List<String> arguments) {
        if (arguments.size() < 3 || !METHODS.contains(arguments.get(1)) || !arguments.get(2).startsWith("/")) {
            throw new UsageError("usage: tiphys call GET|PUT|POST|PATCH|DELETE /path --field name=VARIABLE …");
        }
        Map<String, List<String>> options = new LinkedHashMap<>();
        for (int i = 3; i < arguments.size(); i += 2) {
            String name = arguments.get(i).startsWith("--") ? arguments.get(i).substring(2) : "";
            if (!KNOWN.contains(name)) {
                throw new UsageError("unknown option '" + arguments.get(i) + "'; known are " + new TreeSet<>(KNOWN));
            }
            if (i + 1 == arguments.size()) {
                throw new UsageError(arguments.get(i) + " needs a value");
            }
            options.computeIfAbsent(name, key -> new ArrayList<>()).add(arguments.get(i + 1));
        }
        return new CallOrder(arguments.get(1), arguments.get(2), options);
    }

    Optional<String> find(String option) {
        return options.getOrDefault(option, List.of()).stream().findFirst();
    }

    /// Those of the form `name=value`, in the order given.
    Map<String, String> pairs(String option) {
        Map<String, String> pairs = new LinkedHashMap<>();
        options.getOrDefault(option, List.of()).forEach(one -> {
            int equals = one.indexOf('=');
            if (equals < 1) {
                throw new UsageError("--" + option + " is written name=value, not '" + one + "'");
            }
            pairs.put(one.substring(0, equals), one.substring(equals + 1));
        });
        return pairs;
    }

    /// Whether an answer with this status is as good as a success.
    boolean isFine(int status) {
        return status / 100 == 2 || options.getOrDefault("ok", List.of()).contains(Integer.toString(status));
    }

    Duration duration(String option, String otherwise) {
        String text = find(option).orElse(otherwise);
        try {
            return Durations.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UsageError("--" + option + " is written like 90s or 10m, not '" + text + "'", e);
        }
    }
}
