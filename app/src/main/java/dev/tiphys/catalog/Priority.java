package dev.tiphys.catalog;

import java.util.Locale;
import java.util.stream.Stream;

import dev.tiphys.web.Refusal;

/// The class of an order in its item's line: a higher one is always first.
public enum Priority {

    /// May wait for everybody else.
    LOW(1),
    /// What nobody asked to be otherwise.
    NORMAL(2),
    /// Before everybody else; only the provider's people and administrators may ask for it.
    HIGH(3);

    private final int rank;

    Priority(int rank) {
        this.rank = rank;
    }

    /// The word of forms and files, such as `low`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The class of that word, NORMAL for an empty one; anything else is a [Refusal.Invalid].
    public static Priority of(String word) {
        String wanted = word.strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty()
                ? NORMAL
                : Stream.of(values()).filter(one -> one.word().equals(wanted)).findFirst().orElseThrow(
                        () -> new Refusal.Invalid("priority", "Choose one of low, normal, high."));
    }

    /// As the database keeps it: the more, the earlier.
    int rank() {
        return rank;
    }

    static Priority ranked(int rank) {
        return Stream.of(values()).filter(one -> one.rank == rank).findFirst().orElseThrow();
    }
}
