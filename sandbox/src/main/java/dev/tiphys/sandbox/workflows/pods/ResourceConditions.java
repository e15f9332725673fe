package dev.tiphys.sandbox.workflows.pods;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/// `successCondition` and `failureCondition` of a resource template: Kubernetes label selectors whose keys are paths
/// into the object. All of the first must hold; any of the second is enough.
record ResourceConditions(List<Requirement> success, List<Requirement> failure) {

    private static final String KEY = "([-_./A-Za-z0-9]{1,63})";
    private static final Pattern SET = Pattern.compile(KEY + "\\s+(in|notin)\\s*\\(([^)]*)\\)");
    private static final Pattern COMPARED = Pattern.compile(KEY + "\\s*(==|=|!=|>|<)\\s*(\\S*)");
    private static final Pattern EXISTS = Pattern.compile("(!?)\\s*" + KEY);
    private static final Pattern VALUE = Pattern.compile("([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?");

    ResourceConditions {
        success = List.copyOf(success);
        failure = List.copyOf(failure);
    }

    static ResourceConditions of(JsonNode resource) {
        return new ResourceConditions(parse("success", resource.path("successCondition").asString("")),
                parse("fail", resource.path("failureCondition").asString("")));
    }

    boolean isEmpty() {
        return success.isEmpty() && failure.isEmpty();
    }

    /// Whether the object is as wished; a [ResourceFailure] when it never will be.
    boolean hold(JsonNode object) {
        for (Requirement requirement : failure) {
            if (requirement.matches(object)) {
                throw new ResourceFailure("failure condition '" + requirement + "' evaluated true");
            }
        }
        return success.stream().allMatch(requirement -> requirement.matches(object));
    }

    private static List<Requirement> parse(String which, String text) {
        List<Requirement> all = new ArrayList<>();
        for (String term : text.split(",(?![^(]*\\))", -1)) {
            if (!term.isBlank()) {
                all.add(requirement(term.strip()).orElseThrow(() -> new ResourceFailure(which + " condition '" + text
                        + "' failed to parse: unable to parse requirement: found '" + term.strip() + "'")));
            }
        }
        return all;
    }

    private static Optional<Requirement> requirement(String term) {
        Matcher set = SET.matcher(term);
        if (set.matches()) {
            return legal(new Requirement(set.group(1), set.group(2),
                    List.copyOf(new TreeSet<>(Stream.of(set.group(3).split(",", -1)).map(String::strip).toList()))));
        }
        Matcher compared = COMPARED.matcher(term);
        if (compared.matches()) {
            return legal(new Requirement(compared.group(1), compared.group(2), List.of(compared.group(3))));
        }
        Matcher exists = EXISTS.matcher(term);
        return exists.matches()
                ? Optional.of(new Requirement(exists.group(2), exists.group(1).isEmpty() ? "exists" : "!", List.of()))
                : Optional.empty();
    }

    private static Optional<Requirement> legal(Requirement requirement) {
        return Optional.of(requirement)
                .filter(one -> one.values().stream().allMatch(value -> VALUE.matcher(value).matches()));
    }

    /// One term.
    record Requirement(String key, String operator, List<String> values) {

        Requirement {
            values = List.copyOf(values);
        }

        boolean matches(JsonNode object) {
            Optional<String> value = find(object);
            return switch (operator) {
                case "in", "=", "==" -> value.filter(values::contains).isPresent();
                case "notin", "!=" -> value.filter(values::contains).isEmpty();
                case "exists" -> value.isPresent();
                case "!" -> value.isEmpty();
                default -> value.filter(this::compares).isPresent();
            };
        }

        private boolean compares(String value) {
            try {
                int order = Long.compare(Long.parseLong(value), Long.parseLong(values.getFirst()));
                return operator.equals(">") ? order > 0 : order < 0;
            } catch (NumberFormatException notANumber) {
                return false;
            }
        }

        private Optional<String> find(JsonNode object) {
            JsonNode found = object;
            for (String part : key.split("\\.", -1)) {
                found = found.isArray() && part.matches("\\d{1,6}")
                        ? found.path(Integer.parseInt(part))
                        : found.path(part);
            }
            return found.isMissingNode()
                    ? Optional.empty()
                    : Optional.of(found.isString() ? found.asString() : found.toString());
        }

        @Override
        public String toString() {
            String words = operator.equals("=") || operator.equals("==") ? "==" : operator;
            return "{" + key + " " + words + values.stream().collect(Collectors.joining(" ", " [", "]")) + "}";
        }
    }
}
