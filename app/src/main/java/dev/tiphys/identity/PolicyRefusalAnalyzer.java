package dev.tiphys.identity;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Names everything that is wrong with the access policy instead of a stack trace.
final class PolicyRefusalAnalyzer extends AbstractFailureAnalyzer<PolicyRefusedException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PolicyRefusedException cause) {
        return new FailureAnalysis(
                "The access policy cannot be used:\n\n    " + String.join("\n    ", cause.problems()),
                "Mend tiphys.access, or the file that tiphys.access-file names. docs/access.md explains the policy.",
                cause);
    }
}
