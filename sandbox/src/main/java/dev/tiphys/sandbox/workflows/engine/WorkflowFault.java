package dev.tiphys.sandbox.workflows.engine;

/// What makes a node end in Error: the workflow asks for something that cannot be.
final class WorkflowFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    WorkflowFault(String reason) {
        super(reason);
        this.reason = reason;
    }

    @Override
    public String getMessage() {
        return reason;
    }
}
