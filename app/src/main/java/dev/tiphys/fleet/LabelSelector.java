package dev.tiphys.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A selector over labels in the notation of Kubernetes: `environment=prod, region in (eu-central-1, us-east-1),
/// !legacy`. All of its requirements must hold.
public record LabelSelector(List<Requirement> requirements) {

    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._/-]*";
    private static final Pattern SPLIT = Pattern.compile(",(?![^(]*\\))");
    private static final Pattern EQUALITY = Pattern.compile("(" + NAME + ")\\s*(!=|==|=)\\s*([A-Za-z0-9._-]*)");
    private static final Pattern SET = Pattern.compile("(" + NAME + ")\\s+(in|notin)\\s*\\(([^()]*)\\)");
    private static final Pattern PRESENCE = Pattern.compile("(!?)\\s*(" + NAME + ")");

    public LabelSelector {
        requirements = List.copyOf(requirements);
    }

    /// What one label must be.
    ///
    /// @param values allowed ones, or forbidden ones when negated; empty for the mere presence of the label
    public record Requirement(String key, boolean negated, Set<String> values) {

        boolean holds(Map<String, String> labels) {
            String value = labels.get(key);
            boolean matches = value != null && (values.isEmpty() || values.contains(value));
            return matches != negated;
        }
    }

    /// Reads a selector; the empty text selects everything. What cannot be read is an [IllegalArgumentException] that
    /// names the part.
    public static LabelSelector parse(String text) {
        List<Requirement> requirements = new ArrayList<>();
        for (String part : SPLIT.splitAsStream(text).map(String::strip).toList()) {
            if (!part.isEmpty()) {
                requirements.add(requirement(part));
            }
        }
        return new LabelSelector(requirements);
    }

    private static Requirement requirement(String part) {
        Matcher equality = EQUALITY.matcher(part);
        if (equality.matches()) {
            return new Requirement(equality.group(1), equality.group(2).equals("!="), Set.of(equality.group(3)));
        }
        Matcher set = SET.matcher(part);
        if (set.matches()) {
            Set<String> values = Stream.of(set.group(3).split(",", -1)).map(String::strip)
                    .filter(value -> !value.isEmpty()).collect(Collectors.toSet());
            if (!values.isEmpty()) {
                return new Requirement(set.group(1), set.group(2).equals("notin"), values);
            }
        }
        Matcher presence = PRESENCE.matcher(part);
        if (presence.matches()) {
            return new Requirement(presence.group(2), !presence.group(1).isEmpty(), Set.of());
        }
        throw new IllegalArgumentException("“" + part + "” is no label selector. Write it like environment=prod, "
                + "region in (eu-central-1, us-east-1), !legacy.");
    }

    public boolean matches(Map<String, String> labels) {
        return requirements.stream().allMatch(requirement -> requirement.holds(labels));
    }
}
