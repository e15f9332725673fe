package dev.tiphys.sandbox.workflows.expr;

/// A step's or task's `when` after substitution: govaluate, where Argo takes bare words for strings.
public final class WhenCondition {

    private WhenCondition() {
    }

    /// Whether the step runs; an empty condition is true.
    public static boolean holds(String when) {
        if (when.isBlank()) {
            return true;
        }
        try {
            Object result = new Evaluator(name -> name).evaluate(Parser.parse(when));
            if (result instanceof Boolean truth) {
                return truth;
            }
            if ("true".equals(result) || "false".equals(result)) {
                return "true".equals(result);
            }
            throw new ExpressionException("Expected boolean evaluation for '" + when + "'. Got " + result);
        } catch (ExpressionException invalid) {
            throw new ExpressionException("Invalid 'when' expression '" + when + "': " + invalid.getMessage()
                    + " (hint: try wrapping the affected expression in quotes (\"))");
        }
    }
}
