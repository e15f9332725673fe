package dev.tiphys.catalog;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// How a provider's items are used.
///
/// @param weeks the latest twelve, the oldest first
/// @param teams that own something
public record DeskFigures(List<ItemCount> items, List<Week> weeks, long teams, Provisioning provisioning) {

    public DeskFigures {
        items = List.copyOf(items);
        weeks = List.copyOf(weeks);
    }

    /// @param busy on which something runs
    /// @param waiting for somebody to agree
    /// @param troubled whose last action failed, whatever their status
    public record ItemCount(String item, long all, long active, long busy, long waiting, long failed, long troubled,
            long other) {}

    /// @param begin its Monday, in UTC
    public record Week(LocalDate begin, long orders) {}

    /// From the beginning of `create` to its good end.
    ///
    /// @param count of how many; the others are zero where there was none
    public record Provisioning(long count, Duration mean, Duration p95) {}

    /// A run whose workflow does not exist yet.
    ///
    /// @param reason what it waits for; empty when it is its turn
    public record Waiting(UUID run, UUID instance, String name, String item, String team, String action,
            String requester, String reason, Instant since) {}

    /// @param teamGone whether its team is no more; else it was ordered by somebody who was erased
    public record Ownerless(UUID instance, String name, String item, String team, boolean teamGone,
            InstanceStatus status, Instant createdAt) {}
}
