package dev.tiphys.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.cd.ApplicationRef;
import dev.tiphys.fleet.ClusterMoved;
import dev.tiphys.fleet.FleetCluster;
import dev.tiphys.fleet.Fleets;
import dev.tiphys.identity.Person;
import dev.tiphys.identity.SignedInBy;
import dev.tiphys.promotion.course.Course;
import dev.tiphys.promotion.plan.Gate;
import dev.tiphys.promotion.plan.Mechanism;
import dev.tiphys.promotion.plan.Plan;
import dev.tiphys.promotion.plan.Planned;
import dev.tiphys.promotion.plan.Purpose;
import dev.tiphys.promotion.plan.Target;
import dev.tiphys.promotion.plan.Wave;
import dev.tiphys.testing.PortalTest;
import dev.tiphys.web.Refusal;

@PortalTest
class VoidPlansTest {

    private final PlanReservations reservations;
    private final ApplicationEventPublisher events;
    private final PromotionLedger ledger;
    private final SubmissionClaim claim;
    private final SubmissionOutcome outcome;
    private final TransactionTemplate transactions;
    private final JdbcClient database;

    private static final Person DANA = new Person("dana", "dana", "Dana", Set.of(), Set.of(), new SignedInBy.Browser());

    @Autowired
    VoidPlansTest(PlanReservations reservations, ApplicationEventPublisher events, PromotionLedger ledger,
            SubmissionClaim claim, SubmissionOutcome outcome, TransactionTemplate transactions,
            JdbcClient database) {
        this.reservations = reservations;
        this.events = events;
        this.ledger = ledger;
        this.claim = claim;
        this.outcome = outcome;
        this.transactions = transactions;
        this.database = database;
    }

    /// Starts it, with something that happens before anything is submitted.
    private PromotionId start(Planned planned, Consumer<PromotionId> before) {
        return Objects.requireNonNull(transactions.execute(status -> {
            PlannedPromotion taken = reservations.take("dana", planned, Purpose.of("dana"));
            ledger.open(taken, new Promotion.Requester("dana", "Dana", false, Purpose.of("dana")),
                    new Course(List.of()));
            before.accept(taken.id());
            return taken.id();
        }));
    }

    private List<String> record(PromotionId id) {
        return database.sql("select code || ': ' || reason from audit_entry where target_id = ? order by seq")
                .param(id.toString()).query((row, n) -> String.valueOf(row.getString(1))).list();
    }

    @Test
    void aPromotionThatWasNotSubmittedYetEndsAndLetsGoOfItsEnvironment() {
        PromotionId id = start(planOn("plain", 'e'),
                started -> events.publishEvent(new ClusterMoved("main", "plain", "dev", "prod-east")));

        assertThat(ledger.get(id).phase()).isEqualTo(PromotionPhase.FAILED);
        String why = "Cluster plain moved from dev to prod-east before it was submitted, so its plan is void."
                + " Plan it anew.";
        assertThat(ledger.get(id).reason()).isEqualTo(why);
        assertThat(record(id)).containsExactly("promotion.failed: " + why);
        assertThat(claim.take(id)).isEmpty();
        PromotionId next = start(planOn("plain", 'f'), started -> claim.take(started));
        assertThat(ledger.get(next).phase()).isEqualTo(PromotionPhase.PLANNED);
        transactions.executeWithoutResult(status -> outcome.voided(ledger.lock(next), "Tidied up"));
    }

    @Test
    void whatIsBeingSubmittedIsNot() {
        PromotionId id = start(planOn("busy", '1'), started -> {
            assertThat(claim.take(started)).isPresent();
            events.publishEvent(new ClusterMoved("main", "busy", "dev", "stage"));
        });
        assertThat(ledger.get(id).phase()).isEqualTo(PromotionPhase.PLANNED);
        transactions.executeWithoutResult(status -> outcome.voided(ledger.lock(id), "Tidied up"));
    }

    @Test
    void anAttemptThatMayHaveSucceededIsStopped() {
        PromotionId id = start(planOn("doubt", '2'), started -> {
            assertThat(claim.take(started)).isPresent();
            outcome.delayed(started,
                    new ArgoException.Unavailable("workflows", "create", "it timed out", "", null, null));
            events.publishEvent(new ClusterMoved("main", "doubt", "dev", ""));
        });
        assertThat(ledger.get(id).phase()).isEqualTo(PromotionPhase.FAILED);
        assertThat(database.sql("select reason from promotion_decision where promotion = ? and kind = 'stop'")
                .param(id.value()).query(String.class).list())
                .containsExactly("Cluster doubt moved from dev to no environment");
    }

    private static FleetCluster place(String argoCd, String environment) {
        return new FleetCluster(argoCd, Fleets.cluster("east", Map.of()), environment);
    }

    @Test
    void theFleetIsLookedAtOnceMoreBeforeItIsSubmitted() {
        Plan plan = planOn("east", '3').plan();
        assertThat(SubmissionClaim.moved(plan, List.of(place("main", "dev"), place("lab", "stage")))).isEmpty();
        assertThat(SubmissionClaim.moved(plan, List.of(place("main", "stage"))))
                .contains("Cluster east moved from dev to stage");
    }

    private static Planned planOn(String cluster, char hash) {
        Target target = new Target(ApplicationRef.parse("shop/checkout-" + cluster), "main", cluster, "dev", "v4");
        Plan plan = new Plan(Plan.FORMAT, "checkout", "v5", new Mechanism("kustomize-image", "r/checkout"),
                List.of(new Wave("dev", new Gate.AtOnce(), 1, Duration.ofSeconds(1), List.of(target))), "image");
        return new Planned(plan, String.valueOf(hash).repeat(64), List.of());
    }

    @Test
    void aPlanIsVoidOnceOneOfItsClustersHasMoved() {
        Planned moved = planOn("east", 'a');
        Planned other = planOn("west", 'b');
        reservations.reserve(DANA, moved);
        reservations.reserve(DANA, other);

        events.publishEvent(new ClusterMoved("main", "east", "dev", "prod-east"));

        assertThatThrownBy(() -> reservations.refuseVoid("dana", moved.planHash()))
                .isInstanceOf(Refusal.Conflict.class).hasMessage("The plan is void: cluster east moved from dev to"
                        + " prod-east since you looked. Look at the new plan, and start that.");
        assertThatCode(() -> reservations.refuseVoid("dana", other.planHash())).doesNotThrowAnyException();
    }

    @Test
    void whoLooksAgainMayStartIt() {
        Planned planned = planOn("south", 'c');
        reservations.reserve(DANA, planned);
        events.publishEvent(new ClusterMoved("main", "south", "dev", "stage"));
        events.publishEvent(new ClusterMoved("main", "south", "stage", "dev"));
        assertThatThrownBy(() -> reservations.refuseVoid("dana", planned.planHash()))
                .hasMessageContaining("moved from dev to stage");

        reservations.reserve(DANA, planned);
        assertThatCode(() -> reservations.refuseVoid("dana", planned.planHash())).doesNotThrowAnyException();
    }

    @Test
    void theSameClusterNameUnderAnotherArgoCdIsAnotherCluster() {
        Planned planned = planOn("north", 'd');
        reservations.reserve(DANA, planned);
        events.publishEvent(new ClusterMoved("lab", "north", "dev", "stage"));
        assertThatCode(() -> reservations.refuseVoid("dana", planned.planHash())).doesNotThrowAnyException();
    }
}
