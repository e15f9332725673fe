package dev.tiphys.sandbox.workflows.expr;

/// An expression that cannot be read, or cannot be evaluated in its surroundings.
public final class ExpressionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    public ExpressionException(String reason) {
        super(reason);
        this.reason = reason;
    }

    @Override
    public String getMessage() {
        return reason;
    }
}
