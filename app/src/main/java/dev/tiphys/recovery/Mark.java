package dev.tiphys.recovery;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// How far the portal has come: the epoch changes with each release of a hold, the sequence grows every few seconds.
///
/// @param epoch null in a database that no portal has worked with
/// @param former the epoch before the last release; null where there was none
record Mark(@Nullable UUID epoch, @Nullable UUID former, long sequence, Instant at) {

    /// Why the portal has to stand still.
    record Suspicion(String code, String sentence) {}

    /// What the mark outside tells about this one, which was read after it and so must not be behind it.
    Optional<Suspicion> compareWith(Mark outside) {
        if (outside.epoch() == null || outside.epoch().equals(former)) {
            return Optional.empty();
        }
        if (!outside.epoch().equals(epoch)) {
            return Optional.of(new Suspicion("other-database", epoch == null
                    ? "The database is new, and a portal has worked here with another one until " + outside.at() + "."
                    : "The database is not the one that the portal worked with until " + outside.at()
                            + ", or it was restored from before the last release of a hold."));
        }
        if (outside.sequence() > sequence) {
            return Optional.of(new Suspicion("older-database", "The database is as of " + at
                    + ", and the portal has worked until " + outside.at() + ": it was restored from a backup."));
        }
        return Optional.empty();
    }
}
