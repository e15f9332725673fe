package dev.tiphys.catalog;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A parameter as somebody writes it on one line: `name`, `name = preset`, or `name: one, another`.
///
/// @param options the only values; empty when anything goes
/// @param preset empty when it has to be filled in
record ParameterLine(String name, List<String> options, String preset) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final int MOST = 40;
    /// Variables with which whoever orders could make a script run something else.
    private static final Pattern DANGEROUS = Pattern.compile("path|home|ifs|env|shell|bash-.*|ld-.*|ps[0-9]|python.*"
            + "|perl.*|node-.*|prompt-command|api-url|api-token");

    ParameterLine {
        options = List.copyOf(options);
    }

    /// The environment variable that holds its value.
    String variable() {
        return variable(name);
    }

    static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    static List<ParameterLine> read(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).map(ParameterLine::line).toList();
    }

    private static ParameterLine line(String line) {
        int colon = line.indexOf(':');
        int equals = line.indexOf('=');
        if (colon >= 0 && (equals < 0 || colon < equals)) {
            List<String> options = Stream.of(line.substring(colon + 1).split(",", -1)).map(String::strip)
                    .filter(option -> !option.isEmpty()).toList();
            return new ParameterLine(line.substring(0, colon).strip(), options,
                    options.isEmpty() ? "" : options.getFirst());
        }
        return equals < 0
                ? new ParameterLine(line, List.of(), "")
                : new ParameterLine(line.substring(0, equals).strip(), List.of(), line.substring(equals + 1).strip());
    }

    /// What is wrong with the lines.
    static Optional<String> problem(String text) {
        List<ParameterLine> lines = read(text);
        Set<String> seen = new HashSet<>(ItemAction.BY_THE_PORTAL);
        if (lines.size() > MOST) {
            return Optional.of("At most " + MOST + " are possible.");
        }
        return lines.stream().flatMap(line -> line.problem(seen).stream()).findFirst();
    }

    private Optional<String> problem(Set<String> seen) {
        if (!NAME.matcher(name).matches()) {
            return Optional.of(name + " is no name: lower-case letters, digits and dashes, beginning with a letter.");
        }
        if (DANGEROUS.matcher(name).matches()) {
            return Optional.of(name + " would be the variable " + variable() + ", which means something else already.");
        }
        if (!seen.add(name)) {
            return Optional.of(name + " stands there twice, or is filled in by the portal.");
        }
        return Stream.concat(options.stream(), Stream.of(preset)).map(value -> FormCheck.text(value, FormCheck.LONGEST))
                .filter(problem -> !problem.isEmpty()).findFirst().map(problem -> name + ": " + problem);
    }
}
