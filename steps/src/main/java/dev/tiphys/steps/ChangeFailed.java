package dev.tiphys.steps;

/// The change itself failed: trying the same again changes nothing, a person must look. The message is the reason.
final class ChangeFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ChangeFailed(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
