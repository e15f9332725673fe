package dev.tiphys.catalog;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// How long an instance lives, and what stands between it and its end.
///
/// @param expiresAt null for as long as it is wanted
/// @param warned whether the warning before that has been given
/// @param deleteAt when the workflow begins that deletes it; null when nothing is to delete it
/// @param deletedBy who wants that; empty when nobody does
/// @param adopted whether it existed before the portal knew it
/// @param readAt when its provider was last asked how it is; null when it never was
/// @param readProblem why it could not be asked the last time; empty otherwise
public record Life(@Nullable Instant expiresAt, boolean warned, boolean isProtected, @Nullable Instant deleteAt,
        String deletedBy, boolean adopted, @Nullable Instant readAt, String readProblem) {

    /// Of what is just ordered.
    static final Life NEW = new Life(null, false, false, null, "", false, null, "");

    /// Whether a deletion is decided and can still be taken back.
    public boolean isCondemned() {
        return deleteAt != null;
    }
}
