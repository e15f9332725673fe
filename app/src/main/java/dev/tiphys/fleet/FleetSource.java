package dev.tiphys.fleet;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// One Argo CD as a source of the read model, with the age of what it told.
///
/// @param asOf when it was last heard; null before the first answer
/// @param trouble why it cannot be heard now; empty while it can
public record FleetSource(String argoCd, @Nullable Instant asOf, String trouble) {

    public boolean isReachable() {
        return trouble.isEmpty() && asOf != null;
    }
}
