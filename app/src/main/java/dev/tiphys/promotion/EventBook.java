package dev.tiphys.promotion;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.tiphys.promotion.course.Course;
import dev.tiphys.promotion.course.TargetCourse;
import dev.tiphys.promotion.course.TargetPhase;
import dev.tiphys.promotion.course.WaveCourse;
import dev.tiphys.promotion.course.WavePhase;

/// Keeps every change of a course, in its order. Rows are only added: two writers at once would take the same position,
/// and the primary key lets only one of them in.
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
        String reason = target.reason().length() > LONGEST ? target.reason().substring(0, LONGEST) : target.reason();
        database.sql("""
                insert into promotion_event (promotion, position, at, wave, application, phase, step, reason, attempt)
                select :promotion, coalesce(max(position), 0) + 1, :at, :wave, :application, :phase, :step, :reason, :attempt
                from promotion_event where promotion = :promotion
                """).param("promotion", promotion.value()).param("at", clock.instant().atOffset(UTC))
                .param("wave", wave).param("application", target.application()).param("phase", phase)
                .param("step", target.step()).param("reason", reason).param("attempt", target.attempt()).update();
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
