package dev.tiphys.promotion;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.tiphys.promotion.course.Course;
import dev.tiphys.promotion.course.TargetCourse;
import dev.tiphys.promotion.course.TargetPhase;
import dev.tiphys.promotion.course.WaveCourse;
import dev.tiphys.promotion.course.WavePhase;

/// Keeps every change of a course, in its order; rows are only added. Replicas that see the same change at once take
/// turns, and what the other one has told already is not told again.
@Component
class EventBook {

    private static final int LONGEST = 500;

    private final JdbcClient database;
    private final Clock clock;

    EventBook(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Adds what is different in `after`; a wave or target that has not begun is no event.
    void append(PromotionId promotion, Course before, Course after) {
        database.sql("select id from promotion where id = ? for no key update").param(promotion.value())
                .query(UUID.class).single();
        for (WaveCourse wave : after.waves()) {
            @Nullable
            WaveCourse old = before.findWave(wave.name()).orElse(null);
            WavePhase was = old == null ? WavePhase.LATER : old.phase();
            boolean ends = wave.phase().isFinal();
            if (was != wave.phase() && !ends) {
                add(promotion, wave.name(), TargetCourse.later(""), wave.phase().name());
            }
            appendTargets(promotion, wave, old);
            if (was != wave.phase() && ends) {
                add(promotion, wave.name(), TargetCourse.later(""), wave.phase().name());
            }
        }
    }

    private void appendTargets(PromotionId promotion, WaveCourse wave, @Nullable WaveCourse old) {
        Map<String, TargetCourse> known = new HashMap<>();
        if (old != null) {
            old.targets().forEach(target -> known.put(target.application(), target));
        }
        for (TargetCourse target : wave.targets()) {
            TargetCourse was = known.getOrDefault(target.application(), TargetCourse.later(target.application()));
            if (isChange(was, target)) {
                add(promotion, wave.name(), target, target.phase().name());
            }
        }
    }

    private static boolean isChange(TargetCourse was, TargetCourse now) {
        boolean moved = now.phase() != was.phase() || now.attempt() != was.attempt();
        return moved || (now.phase() == TargetPhase.RUNNING && !now.step().equals(was.step()));
    }

    private void add(PromotionId promotion, String wave, TargetCourse target, String phase) {
        database.sql("""
                insert into promotion_event (promotion, position, at, wave, application, phase, step, reason, attempt)
                select :promotion, coalesce(max(position), 0) + 1, :at, :wave, :application, :phase, :step, :reason, :attempt
                from promotion_event where promotion = :promotion
                having not exists (select from (select phase, step, attempt from promotion_event
                        where promotion = :promotion and wave = :wave and application = :application
                        order by position desc limit 1) last
                    where last.phase = :phase and last.attempt = :attempt and (:phase <> 'RUNNING' or last.step = :step))
                """).param("promotion", promotion.value()).param("at", clock.instant().atOffset(UTC))
                .param("wave", wave).param("application", target.application()).param("phase", phase)
                .param("step", target.step()).param("reason", reason(target)).param("attempt", target.attempt())
                .update();
    }

    // Why a target was skipped names who said so, and that stands with the decision.
    private static String reason(TargetCourse target) {
        if (target.phase() == TargetPhase.SKIPPED) {
            return "";
        }
        return target.reason().length() > LONGEST ? target.reason().substring(0, LONGEST) : target.reason();
    }

    /// All of them, oldest first.
    List<CourseEvent> list(PromotionId promotion) {
        return database.sql("select * from promotion_event where promotion = ? order by position")
                .param(promotion.value())
                .query((row, number) -> new CourseEvent(row.getInt("position"),
                        row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("wave"),
                        row.getString("application"), row.getString("phase"), row.getString("step"),
                        row.getString("reason"), row.getInt("attempt")))
                .list();
    }
}
