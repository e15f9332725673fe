package dev.tiphys.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Why a run failed.
///
/// @param step empty when the workflow failed before any step
/// @param namespace in which it failed
/// @param workflow that failed
public record RunFailure(String step, String namespace, String workflow, Blame blame, String reason) {

    /// Reads it off the run's own workflow and those that it called: a step that waits for a child fails because of
    /// what failed in the child.
    static RunFailure of(Trail own, List<Trail> children) {
        Optional<TrailStep> first = own.firstFailure();
        Optional<Trail> child = first.flatMap(step -> children.stream()
                .filter(one -> one.task().equals(step.name())).filter(one -> one.isFinished() && !one.wentWell())
                .findFirst());
        if (child.isPresent()) {
            return ofChild(child.get());
        }
        if (first.isPresent()) {
            TrailStep step = first.get();
            return new RunFailure(step.name(), own.namespace(), own.workflow(), Blame.of(step), step.words());
        }
        return own.isDeleted() || own.stopped()
                ? ended(own)
                : new RunFailure("", own.namespace(), own.workflow(),
                        Blame.ofMessage(own.message(), own.phase().equals("Error")),
                        own.message().isEmpty() ? "it says no reason" : own.message());
    }

    private static RunFailure ofChild(Trail child) {
        if (child.isDeleted() || child.stopped()) {
            return ended(child);
        }
        return child.firstFailure()
                .map(step -> new RunFailure(step.name(), child.namespace(), child.workflow(), Blame.of(step),
                        step.words()))
                .orElseGet(() -> new RunFailure(child.task(), child.namespace(), child.workflow(),
                        Blame.ofMessage(child.message(), child.phase().equals("Error")),
                        child.message().isEmpty() ? "it says no reason" : child.message()));
    }

    // Only the provider's people, and those of the platform, can do that in its namespace.
    private static RunFailure ended(Trail trail) {
        String running = trail.steps().stream().filter(step -> !step.after() && !step.phase().equals("Succeeded"))
                .max(Comparator.comparingInt(TrailStep::attempt)).map(TrailStep::name).orElse(trail.task());
        return new RunFailure(running, trail.namespace(), trail.workflow(), Blame.PROVIDER,
                "somebody " + (trail.isDeleted() ? "deleted" : "stopped") + " the workflow before its end");
    }

    /// The whole in a sentence or two, for somebody who ordered it.
    public String sentence() {
        String what = step.isEmpty() ? "The workflow " + workflow : "The step " + step + " of " + workflow;
        return what + " failed in " + namespace + ": " + reason + (reason.endsWith(".") ? " " : ". ") + whose();
    }

    /// Whose failure it is.
    public String whose() {
        return switch (blame) {
            case INPUT -> "What was asked for cannot be; other values may.";
            case PROVIDER -> "It is the provider's failure.";
            case PLATFORM -> "It is the platform's failure.";
        };
    }
}
