package dev.tiphys.identity;

/// The answer to whether somebody may do something, with the rule that decided and one sentence for the person.
public sealed interface Verdict {

    String rule();

    String reason();

    default boolean allowed() {
        return this instanceof Allowed;
    }

    /// They may.
    record Allowed(String rule, String reason) implements Verdict {}

    /// They may not.
    record Denied(String rule, String reason) implements Verdict {}
}
