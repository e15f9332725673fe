package dev.tiphys.identity;

import org.jspecify.annotations.Nullable;

/// How somebody stands with the identity provider.
sealed interface Standing {

    /// It has vouched for them, as recently as was wanted.
    record Confirmed(Known known) implements Standing {}

    /// It does not answer; what it said last, if anything.
    record Silent(@Nullable Known last) implements Standing {}

    /// It does not vouch for them any more.
    record Refused(String why) implements Standing {}

    /// There is nothing to ask it with: they have to sign in.
    record Unasked(@Nullable Known last) implements Standing {}
}
