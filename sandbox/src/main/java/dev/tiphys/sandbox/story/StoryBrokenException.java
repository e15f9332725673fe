package dev.tiphys.sandbox.story;

import org.jspecify.annotations.Nullable;

/// The story cannot be told to its end; the message says why, and what to do.
final class StoryBrokenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoryBrokenException(String message) {
        this(message, null);
    }

    StoryBrokenException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
