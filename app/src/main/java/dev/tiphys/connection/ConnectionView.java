package dev.tiphys.connection;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// How a remote system stood when it was last looked at.
///
/// @param version the last one that was told; empty when none ever was
/// @param since when it came to stand like this; null before the first look
/// @param latency of the latest look that was answered, in milliseconds
/// @param latencyP95 of the latest forty, in milliseconds
/// @param lastError the latest there was, also when it is over; null when there was none
/// @param rights what the portal's token may do there
public record ConnectionView(String id, String name, String address, Standing standing, String version,
        @Nullable Instant since, @Nullable Instant checkedAt, @Nullable Long latency, @Nullable Long latencyP95,
        @Nullable Trouble lastError, List<TokenRight> rights) {

    public ConnectionView {
        rights = List.copyOf(rights);
    }

    /// How it stands.
    public enum Standing {
        /// Nobody has looked yet.
        UNKNOWN,
        /// It answers as it should.
        REACHABLE,
        /// It answers, but not all is well.
        AILING,
        /// It does not answer, or refuses the portal.
        UNREACHABLE
    }

    /// What went wrong, and what a person can do about it.
    public record Trouble(String reason, String hint, Instant at) {}
}
