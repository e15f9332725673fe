package dev.tiphys.promotion;

import java.util.List;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.tiphys.promotion.plan.EnvironmentLock;
import dev.tiphys.promotion.plan.Plan;
import dev.tiphys.promotion.plan.Wave;
import dev.tiphys.web.Refusal;

/// Which promotion has which environment of a service to itself. The database decides: of two that start at the same
/// moment one is refused.
@Component
class EnvironmentLocks {

    private final JdbcClient database;

    EnvironmentLocks(JdbcClient database) {
        this.database = database;
    }

    void claim(PromotionId promotion, Plan plan) {
        for (Wave wave : plan.waves()) {
            try {
                database.sql("insert into promotion_environment values (?, ?, ?, true)")
                        .params(promotion.value(), plan.service(), wave.name()).update();
            } catch (DuplicateKeyException taken) {
                throw new Refusal.Conflict("Another promotion of " + plan.service() + " has " + wave.name()
                        + " at the moment. Wait until its wave there has ended, or stop it, then plan again.");
            }
        }
    }

    void release(PromotionId promotion, String environment) {
        database.sql(
                "update promotion_environment set active = false where promotion = ? and environment = ? and active")
                .params(promotion.value(), environment).update();
    }

    void releaseAll(PromotionId promotion) {
        database.sql("update promotion_environment set active = false where promotion = ? and active")
                .param(promotion.value()).update();
    }

    /// What other promotions of the service have.
    List<EnvironmentLock> heldByOthers(String service, PromotionId promotion) {
        return database.sql("""
                select e.service, e.environment, p.service || ' ' || p.version || ' by ' || p.requester_name as promotion
                from promotion_environment e join promotion p on p.id = e.promotion
                where e.active and e.service = ? and p.id <> ?
                """).params(service, promotion.value()).query(new SimplePropertyRowMapper<>(EnvironmentLock.class))
                .list();
    }

    List<EnvironmentLock> held(String service) {
        return database.sql("""
                select e.service, e.environment, p.service || ' ' || p.version || ' by ' || p.requester_name as promotion
                from promotion_environment e join promotion p on p.id = e.promotion
                where e.active and e.service = ?
                """).param(service).query(new SimplePropertyRowMapper<>(EnvironmentLock.class)).list();
    }
}
