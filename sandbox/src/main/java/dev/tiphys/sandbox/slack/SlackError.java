package dev.tiphys.sandbox.slack;

/// A call that Slack refuses: HTTP 200 with `ok: false` and this word.
final class SlackError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SlackError(String word) {
        super(word);
    }

    String word() {
        return String.valueOf(getMessage());
    }
}
