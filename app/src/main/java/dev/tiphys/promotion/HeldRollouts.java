package dev.tiphys.promotion;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rollouts that the portal holds for paused promotions. What it did not pause itself it never resumes.
@Component
class HeldRollouts {

    private static final RowMapper<Held> ROW = (row, number) -> new Held(row.getObject("id", UUID.class),
            new PromotionId(row.getObject("promotion", UUID.class)), row.getString("application"),
            row.getString("rollout"), row.getObject("noted_at", OffsetDateTime.class).toInstant(),
            row.getObject("held_at") != null);

    private final JdbcClient database;
    private final Clock clock;

    HeldRollouts(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// One rollout that is not released yet.
    ///
    /// @param rollout as `namespace/name`
    /// @param since when it was held
    /// @param told whether the rollout has heard of it
    record Held(UUID id, PromotionId promotion, String application, String rollout, Instant since, boolean told) {

        boolean is(String otherApplication, String otherRollout) {
            return application.equals(otherApplication) && rollout.equals(otherRollout);
        }
    }

    List<Held> list(PromotionId promotion) {
        return database.sql("select * from promotion_held_rollout where promotion = ? and released_at is null")
                .param(promotion.value()).query(ROW).list();
    }

    /// The applications with a held rollout, by promotion.
    Map<UUID, Set<String>> applications(Collection<UUID> promotions) {
        if (promotions.isEmpty()) {
            return Map.of();
        }
        return database.sql("select * from promotion_held_rollout where promotion in (:ids) and released_at is null")
                .param("ids", promotions).query(ROW).list().stream().collect(Collectors.groupingBy(
                        held -> held.promotion().value(),
                        Collectors.mapping(Held::application, Collectors.toSet())));
    }

    Optional<Held> find(UUID id) {
        return database.sql("select * from promotion_held_rollout where id = ? and released_at is null").param(id)
                .query(ROW).optional();
    }

    /// Writes down what is about to be paused.
    void note(PromotionId promotion, String application, String rollout) {
        database.sql("""
                insert into promotion_held_rollout (id, promotion, application, rollout, noted_at) values (?, ?, ?, ?, ?)
                on conflict do nothing
                """).params(UUID.randomUUID(), promotion.value(), application, rollout, now()).update();
    }

    void told(PromotionId promotion, String application, String rollout) {
        database.sql("""
                update promotion_held_rollout set held_at = ?
                where promotion = ? and application = ? and rollout = ? and released_at is null
                """).params(now(), promotion.value(), application, rollout).update();
    }

    void released(UUID id) {
        database.sql("update promotion_held_rollout set released_at = ? where id = ? and released_at is null")
                .params(now(), id).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(UTC);
    }
}
