package dev.tiphys.promotion;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.tiphys.web.Refusal;

/// The decisions that people made. A question takes one answer: the database lets only the first one in.
@Component
class DecisionBook {

    private static final String COLUMNS = "id, promotion, kind, subject, node, decision, reason, by_subject, by_name,"
            + " at, applied_at";

    private static final RowMapper<Decision> ROW = new SimplePropertyRowMapper<>(Decision.class);

    private final JdbcClient database;
    private final Clock clock;

    DecisionBook(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void enter(Decision decision) {
        if (!enterIfFirst(decision)) {
            String earlier = find(decision.promotion(), decision.node()).map(Decision::sentence).orElse("decided");
            throw new Refusal.Conflict("Already " + earlier + ". Nothing was changed.");
        }
    }

    /// Whether it is the first one of its question; another one is not entered.
    boolean enterIfFirst(Decision decision) {
        return database.sql("""
                insert into promotion_decision (id, promotion, kind, subject, node, decision, reason, by_subject, by_name, at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (promotion, node) do nothing
                """).params(decision.id(), decision.promotion(), decision.kind(), decision.subject(), decision.node(),
                decision.decision(), decision.reason(), decision.bySubject(), decision.byName(),
                decision.at().atOffset(UTC)).update() == 1;
    }

    Optional<Decision> find(UUID promotion, String node) {
        return database.sql("select " + COLUMNS + " from promotion_decision where promotion = ? and node = ?")
                .params(promotion, node).query(ROW).optional();
    }

    Optional<Decision> find(UUID id) {
        return database.sql("select " + COLUMNS + " from promotion_decision where id = ?").param(id)
                .query(ROW).optional();
    }

    /// All decisions about a promotion, oldest first.
    List<Decision> list(PromotionId promotion) {
        return database.sql("select " + COLUMNS + " from promotion_decision where promotion = ? order by at")
                .param(promotion.value()).query(ROW).list();
    }

    /// All decisions about several promotions, oldest first.
    Map<UUID, List<Decision>> list(Collection<UUID> promotions) {
        if (promotions.isEmpty()) {
            return Map.of();
        }
        return database.sql("select " + COLUMNS + " from promotion_decision where promotion in (:ids) order by at")
                .param("ids", promotions).query(ROW).list().stream()
                .collect(Collectors.groupingBy(Decision::promotion));
    }

    /// Forgets a decision that its workflow has not heard of.
    void forget(UUID id) {
        database.sql("delete from promotion_decision where id = ? and applied_at is null").param(id).update();
    }

    void applied(UUID id) {
        Instant now = clock.instant();
        database.sql("update promotion_decision set applied_at = ? where id = ? and applied_at is null")
                .params(now.atOffset(UTC), id).update();
    }
}
