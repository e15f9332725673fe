package dev.tiphys.sandbox.providers;

/// What a provider's system does not do, with the status that it answers.
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    private Refusal(int status, String message) {
        super(message);
        this.status = status;
    }

    static Refusal impossible(String message) {
        return new Refusal(422, message);
    }

    static Refusal unknown(String what) {
        return new Refusal(404, "There is no " + what + ".");
    }

    int status() {
        return status;
    }

    String words() {
        return String.valueOf(getMessage());
    }
}
