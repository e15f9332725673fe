package dev.tiphys.promotion.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

import dev.tiphys.fleet.FleetApplication;

/// Finds the one way in which all targets of a plan are changed, and says what an application lacks for it.
final class MechanismChoice {

    static final Mechanism NONE = new Mechanism("", "");

    private final Problems problems;

    MechanismChoice(Problems problems) {
        this.problems = problems;
    }

    /// [#NONE] when there is a problem.
    Mechanism choose(List<FleetApplication> applications) {
        SequencedMap<Mechanism, List<String>> found = new LinkedHashMap<>();
        for (FleetApplication application : applications) {
            String lack = lackOf(application);
            if (lack.isEmpty()) {
                Mechanism mechanism = new Mechanism(application.mechanism(), application.versioned());
                found.computeIfAbsent(mechanism, any -> new ArrayList<>()).add(application.ref().name());
            } else {
                problems.environments(application.ref().name() + " in " + application.environment() + " " + lack);
            }
        }
        if (found.size() > 1) {
            var one = found.pollFirstEntry();
            var other = found.pollFirstEntry();
            problems.environments("The targets are changed in different ways: " + told(one) + ", but " + told(other)
                    + ". Promote these environments one by one, or annotate the applications alike.");
            return NONE;
        }
        return found.isEmpty() ? NONE : found.firstEntry().getKey();
    }

    private static String lackOf(FleetApplication application) {
        if (application.summary().multiSource()) {
            return "has several sources, and nothing says which one carries the version. Give it a single source.";
        }
        String subject = application.versioned();
        if (subject.contains("{{") || subject.chars().anyMatch(c -> c <= ' ' || c == 0x7f)) {
            return "names " + Problems.quoted(subject) + " as what carries the version, which cannot be one."
                    + " Correct the annotation.";
        }
        return switch (application.mechanism()) {
            case "kustomize-image" -> subject.isEmpty()
                    ? "does not say which image is its version. Annotate it with tiphys.dev/image."
                    : "";
            case "helm-parameter" -> subject.isEmpty()
                    ? "does not say which Helm parameter is its version. Annotate it with tiphys.dev/parameter."
                    : "";
            case "target-revision" -> "";
            default -> "has no known way to change its version. Annotate it with tiphys.dev/mechanism:"
                    + " kustomize-image, helm-parameter or target-revision.";
        };
    }

    private static String told(Map.Entry<Mechanism, List<String>> entry) {
        Mechanism mechanism = entry.getKey();
        String subject = mechanism.subject().isEmpty() ? "" : " of " + mechanism.subject();
        return NameList.of(entry.getValue()) + " by " + mechanism.kind() + subject;
    }
}
