package dev.tiphys.identity;

import java.time.Instant;
import java.util.UUID;

/// A session as its person, or an administrator, sees it. The id is not that in the cookie.
///
/// @param browser in words, such as `Firefox on Linux`
/// @param endsAt when it is over even if it is used
/// @param current whether it is the one that asks
public record SignedInSession(UUID id, String username, String name, Instant startedAt, Instant lastSeenAt,
        String browser, String address, Instant endsAt, boolean current) {}
