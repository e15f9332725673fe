package dev.tiphys.sandbox.workflows.lint;

import dev.tiphys.sandbox.workflows.api.WorkflowLinter.Problem;

/// The first thing that is wrong with a spec.
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    private Refusal(Problem problem) {
        super(problem.message());
        this.problem = problem;
    }

    static Refusal of(String message) {
        return new Refusal(new Problem(message, false, false));
    }

    static Refusal notFound(String message) {
        return new Refusal(new Problem(message, true, false));
    }

    static Refusal outside(String message) {
        return new Refusal(new Problem(message + " (the sandbox does not know this; a real server might)", false,
                true));
    }

    Problem problem() {
        return problem;
    }
}
