package dev.tiphys.promotion.course;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// How far a target has come.
///
/// @param application as `project/name`
/// @param step the verb that runs or ran last, such as `await-rollout`; empty before the first
/// @param reason why it asks, failed or was skipped; empty otherwise
/// @param podName of the step that runs or ran last; empty before the first
/// @param askNode id of the workflow node that asks a person; empty unless it asks
/// @param attempt which delivery this is, from 1
public record TargetCourse(String application, TargetPhase phase, String step, String reason, String podName,
        String askNode, int attempt, @Nullable Instant since, @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    public static TargetCourse later(String application) {
        return new TargetCourse(application, TargetPhase.LATER, "", "", "", "", 0, null, null, null);
    }
}
