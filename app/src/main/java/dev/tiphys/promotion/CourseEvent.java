package dev.tiphys.promotion;

import java.time.Instant;

/// One change of a wave or a target.
///
/// @param position in the promotion, from 1
/// @param application as `project/name`; empty for the wave itself
/// @param step the verb that ran; empty for a wave
/// @param reason why a target asked, failed or was skipped; empty otherwise
public record CourseEvent(int position, Instant at, String wave, String application, String phase, String step,
        String reason, int attempt) {

    public boolean isOfWave() {
        return application.isEmpty();
    }
}
