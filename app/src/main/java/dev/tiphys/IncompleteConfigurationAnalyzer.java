package dev.tiphys;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Turns an incomplete configuration into a page of advice instead of a stack trace.
final class IncompleteConfigurationAnalyzer extends AbstractFailureAnalyzer<IncompleteConfigurationException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, IncompleteConfigurationException cause) {
        return new FailureAnalysis("The configuration is incomplete. Missing:\n\n" + cause.missing(),
                "Give these keys in application.yaml or as environment variables (docs/configuration.md explains each), "
                        + "or start with the profile \"sandbox\" to try the portal without any cluster.",
                cause);
    }
}
