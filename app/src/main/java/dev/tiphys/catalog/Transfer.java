package dev.tiphys.catalog;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// One team's offer of an instance to another.
///
/// @param instanceName as it is called now
/// @param note from those who offer it; may be empty
/// @param offeredBy by name
/// @param endedBy by name; empty while it is open
public record Transfer(UUID id, UUID instance, String instanceName, String provider, String item, String fromTeam,
        String toTeam, String note, State state, String offeredBy, Instant offeredAt, String endedBy,
        @Nullable Instant endedAt) {

    /// How far an offer is.
    public enum State {
        OFFERED, ACCEPTED, DECLINED, WITHDRAWN
    }

    public boolean isOpen() {
        return state == State.OFFERED;
    }
}
