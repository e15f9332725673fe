package dev.tiphys.promotion;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

import dev.tiphys.argo.cd.ApplicationRef;
import dev.tiphys.fleet.ClusterMoved;
import dev.tiphys.identity.Person;
import dev.tiphys.identity.SignedInBy;
import dev.tiphys.promotion.plan.Gate;
import dev.tiphys.promotion.plan.Mechanism;
import dev.tiphys.promotion.plan.Plan;
import dev.tiphys.promotion.plan.Planned;
import dev.tiphys.promotion.plan.Target;
import dev.tiphys.promotion.plan.Wave;
import dev.tiphys.testing.PortalTest;
import dev.tiphys.web.Refusal;

@PortalTest
class VoidPlansTest {

    private final PlanReservations reservations;
    private final ApplicationEventPublisher events;

    private static final Person DANA = new Person("dana", "dana", "Dana", Set.of(), Set.of(), new SignedInBy.Browser());

    @Autowired
    VoidPlansTest(PlanReservations reservations, ApplicationEventPublisher events) {
        this.reservations = reservations;
        this.events = events;
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
