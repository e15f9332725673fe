package dev.tiphys.audit.offline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Options of a command, each with a value: `--export FILE`.
record Arguments(Map<String, List<String>> options) {

    static Arguments parse(List<String> words, List<String> known) {
        Map<String, List<String>> options = new LinkedHashMap<>();
        for (int i = 0; i < words.size(); i += 2) {
            String name = words.get(i);
            if (!known.contains(name)) {
                throw new Misuse("There is no option '" + name + "' here. Options: " + String.join(", ", known) + ".");
            }
            if (i + 1 == words.size()) {
                throw new Misuse(name + " needs a value.");
            }
            options.computeIfAbsent(name, key -> new ArrayList<>()).add(words.get(i + 1));
        }
        return new Arguments(options);
    }

    boolean has(String name) {
        return options.containsKey(name);
    }

    List<Path> files(String name) {
        return options.getOrDefault(name, List.of()).stream().map(Path::of).toList();
    }

    String get(String name) {
        List<String> values = options.getOrDefault(name, List.of());
        if (values.isEmpty()) {
            throw new Misuse(name + " is missing.");
        }
        return values.getFirst();
    }

    /// The command was not called as it is meant to be.
    static final class Misuse extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Misuse(String message) {
            super(message);
        }
    }
}
