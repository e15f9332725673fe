package dev.tiphys.catalog;

import java.util.List;
import java.util.Locale;

/// Whose failure it is, so that people know whom to ask.
public enum Blame {
    /// What was asked for cannot be; other values may.
    INPUT,
    /// The provider's automation, or the system behind it.
    PROVIDER,
    /// Kubernetes, Argo Workflows, or rights that the platform gives.
    PLATFORM;

    /// The exit code by which a program says that it was asked for what cannot be.
    private static final String REFUSED = "10";
    private static final List<String> OF_THE_PLATFORM = List.of("forbidden", "evicted", "pod deleted", "unauthorized",
            "node is shutting down", "admission webhook", "serviceaccount", "failedscheduling", "unschedulable",
            "exceeded quota", "serviceunavailable", "timed out waiting for the condition");
    private static final List<String> OF_THE_TEMPLATE = List.of("not found in", "was not supplied",
            "unable to resolve", "failed to save outputs", "invalid spec", "no matches for kind", "imagepull",
            "failed to parse");

    static Blame of(TrailStep step) {
        if (step.exitCode().equals(REFUSED) || step.message().startsWith("Error (exit code " + REFUSED + ")")) {
            return INPUT;
        }
        return ofMessage(step.message(), step.phase().equals("Error"));
    }

    /// @param error whether Argo itself calls it an error, rather than a failure of what it ran
    static Blame ofMessage(String message, boolean error) {
        String words = message.toLowerCase(Locale.ROOT);
        if (OF_THE_PLATFORM.stream().anyMatch(words::contains)) {
            return PLATFORM;
        }
        return error && OF_THE_TEMPLATE.stream().noneMatch(words::contains) ? PLATFORM : PROVIDER;
    }
}
