package dev.tiphys.promotion;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.tiphys.promotion.plan.PlanRequest.Rollback;

/// Which promotions are the way back of which.
@Component
public class Rollbacks {

    private final JdbcClient database;

    Rollbacks(JdbcClient database) {
        this.database = database;
    }

    /// A promotion that belongs to another one.
    ///
    /// @param words such as `checkout v5`
    /// @param isTheWayBack whether it rolls that one back; else it is what that one rolls back
    public record Related(PromotionId id, String words, boolean isTheWayBack) {}

    void note(PromotionId promotion, Rollback rollback) {
        database.sql("insert into promotion_rollback (promotion, rollback_of, application) values (?, ?, ?)")
                .params(promotion.value(), rollback.promotion(), rollback.application()).update();
    }

    /// What this promotion rolls back, and what rolls it back, oldest first.
    public List<Related> related(PromotionId promotion) {
        return database.sql("""
                select p.id, p.service || ' ' || p.version as words, r.promotion = p.id as back
                from promotion_rollback r join promotion p on p.id in (r.promotion, r.rollback_of) and p.id <> :id
                where :id in (r.promotion, r.rollback_of) order by p.created_at
                """).param("id", promotion.value()).query((row, number) -> new Related(
                new PromotionId(row.getObject("id", UUID.class)), row.getString("words"), row.getBoolean("back")))
                .list();
    }

    /// Whether what this promotion rolls back is not over yet: running, or stopped without all of it having been told.
    boolean mustWait(PromotionId promotion) {
        return database.sql("""
                select exists (select from promotion_rollback r join promotion p on p.id = r.rollback_of
                    where r.promotion = :id and (p.finished_at is null or exists (select from promotion_decision d
                        where d.promotion = p.id and d.kind = 'stop' and d.applied_at is null)))
                """).param("id", promotion.value()).query(Boolean.class).single();
    }
}
