package dev.tiphys.promotion.course;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How far a promotion has come, wave by wave.
public record Course(List<WaveCourse> waves) {

    public Course {
        waves = List.copyOf(waves);
    }

    public Optional<WaveCourse> findWave(String name) {
        return waves.stream().filter(wave -> wave.name().equals(name)).findFirst();
    }

    public Stream<TargetCourse> targets() {
        return waves.stream().flatMap(wave -> wave.targets().stream());
    }

    /// Whether every wave is complete; what Argo calls the workflow does not count.
    public boolean isComplete() {
        return waves.stream().allMatch(wave -> wave.phase() == WavePhase.SUCCEEDED);
    }

    /// Whether some target changes at this moment.
    public boolean isMoving() {
        return targets().anyMatch(target -> target.phase() == TargetPhase.RUNNING);
    }

    /// Whether a person is asked: at a gate or by a target.
    public boolean isAsking() {
        return waves.stream().anyMatch(wave -> wave.phase() == WavePhase.WAITING)
                || targets().anyMatch(target -> target.phase() == TargetPhase.ASKS);
    }
}
