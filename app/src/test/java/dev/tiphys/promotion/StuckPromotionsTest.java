package dev.tiphys.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import dev.tiphys.argo.cd.ApplicationRef;
import dev.tiphys.promotion.PromotionView.Waiting;
import dev.tiphys.promotion.course.Course;
import dev.tiphys.promotion.course.TargetCourse;
import dev.tiphys.promotion.course.TargetPhase;
import dev.tiphys.promotion.course.WaveCourse;
import dev.tiphys.promotion.course.WavePhase;
import dev.tiphys.promotion.plan.Gate;
import dev.tiphys.promotion.plan.Mechanism;
import dev.tiphys.promotion.plan.Plan;
import dev.tiphys.promotion.plan.Planned;
import dev.tiphys.promotion.plan.Purpose;
import dev.tiphys.promotion.plan.Target;
import dev.tiphys.promotion.plan.Wave;
import dev.tiphys.testing.PortalTest;

@PortalTest
class StuckPromotionsTest {

    private final StuckPromotions stuck;
    private final PromotionLedger ledger;
    private final PlanReservations reservations;
    private final ApplicationContext portal;
    private final TransactionTemplate transactions;
    private final JdbcClient database;

    @Autowired
    StuckPromotionsTest(StuckPromotions stuck, PromotionLedger ledger, PlanReservations reservations,
            ApplicationContext portal, TransactionTemplate transactions, JdbcClient database) {
        this.stuck = stuck;
        this.ledger = ledger;
        this.reservations = reservations;
        this.portal = portal;
        this.transactions = transactions;
        this.database = database;
    }

    private static final Instant LONG_AGO = Instant.parse("2026-11-27T10:00:00Z");

    private static Course moved(Instant at) {
        return new Course(List.of(new WaveCourse("dev", WavePhase.RUNNING, "", null, at, null,
                List.of(new TargetCourse("shop/slow-dev", TargetPhase.RUNNING, "sync", "", "", "", 1, at, at, null)))));
    }

    private PromotionId started(Course course) {
        Target target = new Target(ApplicationRef.parse("shop/slow-dev"), "main", "dev", "dev", "v4");
        Plan plan = new Plan(Plan.FORMAT, "slow", "v5", new Mechanism("kustomize-image", "r/slow"),
                List.of(new Wave("dev", new Gate.AtOnce(), 1, Duration.ofSeconds(1), List.of(target))), "image");
        return Objects.requireNonNull(transactions.execute(status -> {
            PlannedPromotion taken = reservations.take("dana",
                    new Planned(plan, "7".repeat(64), List.of()), Purpose.of("dana"));
            ledger.open(taken, new Promotion.Requester("dana", "Dana", false, Purpose.of("dana")), course);
            ledger.lock(taken.id()).begin(Instant.now(Clock.systemUTC()));
            return taken.id();
        }));
    }

    private void createdAgo(PromotionId id, String interval) {
        database.sql("update promotion set created_at = now() - ?::interval where id = ?").params(interval, id.value())
                .update();
    }

    private int notices(PromotionId id) {
        return database.sql("select count(*) from audit_entry where code = 'promotion.stuck' and target_id = ?")
                .param(id.toString()).query(Integer.class).single();
    }

    @Test
    void isNoticedOnceAndAgainTheNextTime() {
        PromotionId id = started(moved(LONG_AGO));
        stuck.look();
        assertThat(notices(id)).isZero();
        createdAgo(id, "3 hours");
        stuck.look();
        stuck.look();
        assertThat(notices(id)).isEqualTo(1);
        createdAgo(id, "1 hour");
        stuck.look();
        createdAgo(id, "3 hours");
        stuck.look();
        assertThat(notices(id)).isEqualTo(2);
        transactions.executeWithoutResult(status -> {
            Promotion promotion = ledger.lock(id);
            promotion.end(PromotionPhase.FAILED, "test", "over", Instant.now(Clock.systemUTC()));
            ledger.advance(promotion, moved(LONG_AGO), moved(LONG_AGO));
        });
        stuck.look();
        assertThat(database.sql("select count(*) from promotion_stall").query(Integer.class).single()).isZero();
    }

    @Test
    void saysSinceWhenNothingHasMoved() {
        PromotionRow row = new PromotionRow(java.util.UUID.randomUUID(), "slow", "v5", PromotionPhase.RUNNING, "", "",
                "dana", "Dana", "{}", "7".repeat(64), "argo", "w", false, "", "", LONG_AGO.minusSeconds(60), LONG_AGO,
                null);
        assertThat(waiting(LONG_AGO.plus(Duration.ofMinutes(119)), row)).extracting(Waiting::code)
                .isEqualTo("workflow");
        assertThat(waiting(LONG_AGO.plus(Duration.ofHours(2)), row)).satisfies(waiting -> {
            assertThat(waiting.code()).isEqualTo("stuck");
            assertThat(waiting.sentence()).startsWith("Nothing has moved for 2 h");
            assertThat(waiting.since()).isEqualTo(LONG_AGO);
            assertThat(waiting.who()).contains("platform-admins");
        });
    }

    /// With a follower that hears Argo Workflows.
    private Waiting waiting(Instant now, PromotionRow row) {
        StaticListableBeanFactory hears = new StaticListableBeanFactory(
                Map.of("follower", portal.getAutowireCapableBeanFactory().createBean(PromotionFollower.class)));
        WaitingReason reason = new WaitingReason(portal.getBean(PromotionRights.class), portal.getBean(Gates.class),
                hears.getBeanProvider(PromotionFollower.class), portal.getBean(PromotionProperties.class),
                Clock.fixed(now, java.time.ZoneOffset.UTC));
        return Objects.requireNonNull(reason.of(row, List.of(), moved(LONG_AGO), List.of()));
    }
}
