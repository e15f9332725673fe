package dev.tiphys.promotion.course;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// How far a wave has come.
///
/// @param gateNode id of the workflow node that asks for the approval; empty without one
/// @param waitingSince when the gate began to ask; null before
public record WaveCourse(String name, WavePhase phase, String gateNode, @Nullable Instant waitingSince,
        @Nullable Instant startedAt, @Nullable Instant finishedAt, List<TargetCourse> targets) {

    public WaveCourse {
        targets = List.copyOf(targets);
    }

    /// The same wave in another phase.
    public WaveCourse in(WavePhase other) {
        return new WaveCourse(name, other, gateNode, waitingSince, startedAt, finishedAt, targets);
    }
}
