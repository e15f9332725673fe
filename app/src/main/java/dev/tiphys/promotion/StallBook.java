package dev.tiphys.promotion;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Instant;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which promotions people were told of because nothing moved.
@Component
class StallBook {

    private final JdbcClient database;
    private final PromotionProperties properties;
    private final Clock clock;

    StallBook(JdbcClient database, PromotionProperties properties, Clock clock) {
        this.database = database;
        this.properties = properties;
        this.clock = clock;
    }

    boolean isTooLong(Instant since) {
        return !since.plus(properties.stuckAfter()).isAfter(clock.instant());
    }

    /// True for the first, on whichever replica.
    boolean begin(PromotionId promotion, Instant since) {
        return database.sql("insert into promotion_stall (promotion, since) values (?, ?) on conflict do nothing")
                .params(promotion.value(), since.atOffset(UTC)).update() == 1;
    }

    boolean end(PromotionId promotion) {
        return database.sql("delete from promotion_stall where promotion = ?").param(promotion.value()).update() == 1;
    }

    void forgetThoseThatEnded() {
        database.sql("""
                delete from promotion_stall s using promotion p where p.id = s.promotion and p.finished_at is not null
                """).update();
    }
}
