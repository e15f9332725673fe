package dev.tiphys.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// Many instances of one item that their provider moves to another version.
///
/// @param inputs for all of them, where they have none of their own
/// @param batch how many at a time
/// @param reason why it has stopped; empty otherwise
/// @param startedBy by name
public record BulkUpgrade(UUID id, String provider, String item, String toVersion, Map<String, String> inputs,
        int batch, State state, String reason, String startedBy, Instant startedAt, @Nullable Instant finishedAt,
        List<Member> members) {

    public BulkUpgrade {
        inputs = Map.copyOf(inputs);
        members = List.copyOf(members);
    }

    /// How far it is.
    public enum State {
        RUNNING,
        /// By a failure or by a person, and can go on.
        STOPPED, DONE
    }

    /// How far one of them is.
    public enum MemberState {
        WAITING, RUNNING, DONE, FAILED, SKIPPED
    }

    /// @param reason why it failed or was left out; empty otherwise
    /// @param run null before it begins
    public record Member(int position, UUID instance, String name, String team, String fromVersion, MemberState state,
            String reason, @Nullable UUID run) {}

    public long count(MemberState state) {
        return members.stream().filter(member -> member.state() == state).count();
    }
}
