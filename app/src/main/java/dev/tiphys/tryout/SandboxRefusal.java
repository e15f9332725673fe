package dev.tiphys.tryout;

/// Why the portal cannot be tried out like this, and what to do about it.
final class SandboxRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String action;

    SandboxRefusal(String description, String action) {
        super(description);
        this.action = action;
    }

    SandboxRefusal(String description, String action, Throwable cause) {
        super(description, cause);
        this.action = action;
    }

    String action() {
        return action;
    }
}
