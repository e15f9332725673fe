package dev.tiphys.steps;

/// The other side took the work and failed at it: asking again would begin it anew.
final class WorkFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    WorkFailed(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
