package dev.tiphys.promotion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

/// Keeps the course of each promotion; only what changed is written.
@Component
class CourseStore {

    private final JdbcClient database;
    private final EventBook events;

    CourseStore(JdbcClient database, EventBook events) {
        this.database = database;
        this.events = events;
    }

    Course load(PromotionId promotion) {
        return load(List.of(promotion.value())).getOrDefault(promotion.value(), new Course(List.of()));
    }

    /// The courses of several promotions at the cost of one.
    Map<UUID, Course> load(Collection<UUID> promotions) {
        if (promotions.isEmpty()) {
            return Map.of();
        }
        Map<String, List<TargetCourse>> targets = new HashMap<>();
        database.sql("select * from promotion_target where promotion in (:ids) order by wave, position")
                .param("ids", promotions).query((row, number) -> targets
                        .computeIfAbsent(row.getString("promotion") + " " + row.getString("wave"),
                                key -> new ArrayList<>())
                        .add(target(row)))
                .list();
        Map<UUID, List<WaveCourse>> waves = new HashMap<>();
        database.sql("select * from promotion_wave where promotion in (:ids) order by position")
                .param("ids", promotions)
                .query((row, number) -> waves
                        .computeIfAbsent(row.getObject("promotion", UUID.class), key -> new ArrayList<>())
                        .add(wave(row, targets.getOrDefault(
                                row.getString("promotion") + " " + row.getString("name"), List.of()))))
                .list();
        Map<UUID, Course> courses = new HashMap<>();
        waves.forEach((id, those) -> courses.put(id, new Course(those)));
        return courses;
    }

    void save(PromotionId promotion, Course before, Course after) {
        events.append(promotion, before, after);
        for (int i = 0; i < after.waves().size(); i++) {
            WaveCourse wave = after.waves().get(i);
            WaveCourse old = before.findWave(wave.name()).orElse(null);
            if (!wave.equals(old)) {
                save(promotion, i, wave);
                saveTargets(promotion, wave, old);
            }
        }
    }

    private void save(PromotionId promotion, int position, WaveCourse wave) {
        database.sql("""
                insert into promotion_wave (promotion, name, position, phase, gate_node, waiting_since, started_at, finished_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (promotion, name) do update set phase = excluded.phase, gate_node = excluded.gate_node,
                    waiting_since = excluded.waiting_since, started_at = excluded.started_at,
                    finished_at = excluded.finished_at
                """).param(promotion.value()).param(wave.name()).param(position).param(wave.phase().name())
                .param(wave.gateNode()).param(at(wave.waitingSince())).param(at(wave.startedAt()))
                .param(at(wave.finishedAt())).update();
    }

    private void saveTargets(PromotionId promotion, WaveCourse wave, @Nullable WaveCourse old) {
        Map<String, TargetCourse> known = new LinkedHashMap<>();
        if (old != null) {
            old.targets().forEach(target -> known.put(target.application(), target));
        }
        for (int i = 0; i < wave.targets().size(); i++) {
            TargetCourse target = wave.targets().get(i);
            if (!target.equals(known.get(target.application()))) {
                save(promotion, wave.name(), i, target);
            }
        }
    }

    private void save(PromotionId promotion, String wave, int position, TargetCourse target) {
        database.sql("""
                insert into promotion_target (promotion, application, wave, position, phase, step, reason, pod, ask_node,
                    attempt, since, started_at, finished_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (promotion, application) do update set phase = excluded.phase, step = excluded.step,
                    reason = excluded.reason, pod = excluded.pod, ask_node = excluded.ask_node,
                    attempt = excluded.attempt, since = excluded.since, started_at = excluded.started_at,
                    finished_at = excluded.finished_at
                """).param(promotion.value()).param(target.application()).param(wave).param(position)
                .param(target.phase().name()).param(target.step()).param(target.reason()).param(target.podName())
                .param(target.askNode()).param(target.attempt()).param(at(target.since())).param(at(target.startedAt()))
                .param(at(target.finishedAt())).update();
    }

    private static WaveCourse wave(ResultSet row, List<TargetCourse> targets) throws SQLException {
        return new WaveCourse(row.getString("name"), WavePhase.valueOf(row.getString("phase")),
                row.getString("gate_node"), instant(row, "waiting_since"), instant(row, "started_at"),
                instant(row, "finished_at"), targets);
    }

    private static TargetCourse target(ResultSet row) throws SQLException {
        return new TargetCourse(row.getString("application"), TargetPhase.valueOf(row.getString("phase")),
                row.getString("step"), row.getString("reason"), row.getString("pod"), row.getString("ask_node"),
                row.getInt("attempt"), instant(row, "since"), instant(row, "started_at"), instant(row, "finished_at"));
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
