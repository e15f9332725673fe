package dev.tiphys.recovery;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What can be done about a difference when the portal goes on.
public enum Choice {
    /// It is as it is; the portal takes over what Argo says.
    ACCEPT,
    /// What still waits to be sent is sent.
    SEND,
    /// What still waits to be sent is given up; what is doubtful counts no more.
    DROP,
    /// What is doubtful counts again.
    CONFIRM;

    /// The word of the API for it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Choice> find(String word) {
        return Stream.of(values()).filter(choice -> choice.word().equals(word)).findFirst();
    }
}
