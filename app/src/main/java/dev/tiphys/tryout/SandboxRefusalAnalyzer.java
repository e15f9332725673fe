package dev.tiphys.tryout;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Prints a refusal as two sentences instead of a stack trace.
final class SandboxRefusalAnalyzer extends AbstractFailureAnalyzer<SandboxRefusal> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SandboxRefusal refusal) {
        return new FailureAnalysis(refusal.getMessage(), refusal.action(), rootFailure);
    }
}
