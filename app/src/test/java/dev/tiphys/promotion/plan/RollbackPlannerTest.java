package dev.tiphys.promotion.plan;

import static dev.tiphys.promotion.plan.FleetFixture.application;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.tiphys.argo.cd.ApplicationRef;
import dev.tiphys.promotion.plan.RollbackWish.Former;

class RollbackPlannerTest {

    private final RollbackPlanner planner = new RollbackPlanner("registry.example/tiphys:1");
    private final FleetFixture promoted = FleetFixture.demo().with(application("checkout", "dev").on("v5"),
            application("checkout", "stage").on("v5"), application("checkout", "prod-east").on("v5"),
            application("checkout", "prod-west").on("v5"));

    @Test
    void helpsWhatIsGuardedFirstWithOneApprovalAndTheRestBackwards() {
        Plan plan = plan(promoted, "dev", "stage", "prod-east", "prod-west").plan();

        assertThat(plan.waves()).extracting(Wave::name).containsExactly("prod-east", "prod-west", "stage", "dev");
        assertThat(plan.waves()).extracting(wave -> wave.gate().word()).containsExactly("approval", "none", "none",
                "none");
        assertThat(plan.version()).isEqualTo("v4");
        assertThat(plan.targets()).extracting(Target::item).containsExactly("shop/checkout-prod-east@v5",
                "shop/checkout-prod-west@v5", "shop/checkout-stage@v5", "shop/checkout-dev@v5");
    }

    @Test
    void leavingOutTheGuardedPlaceDoesNotOpenTheOneBehindIt() {
        assertThat(plan(promoted, "prod-west").plan().waves()).extracting(wave -> wave.gate().word())
                .containsExactly("approval");
    }

    @Test
    void bringsEachTargetToItsOwnFormerVersion() {
        Planned planned = plan(promoted, former("dev", "v3", "v5"), former("stage", "v4", "v5"),
                former("prod-east", "v4", "v5"));

        assertThat(planned.plan().version()).isEqualTo("v4");
        assertThat(planned.plan().targets()).extracting(Target::item).containsExactly("shop/checkout-prod-east@v5",
                "shop/checkout-stage@v5", "shop/checkout-dev@v5->v3");
        assertThat(planned.plan().targets()).extracting(planned.plan()::to).containsExactly("v4", "v4", "v3");
        assertThat(PlanHash.of(planned.plan())).isNotEqualTo(PlanHash.of(plan(promoted, former("dev", "v2", "v5"),
                former("stage", "v4", "v5"), former("prod-east", "v4", "v5")).plan()));
    }

    @Test
    void leavesOutWhatIsBackOrWhoseFormerVersionNobodyKnows() {
        Planned planned = plan(promoted.with(application("checkout", "stage").on("v4")), former("dev", "v4", "v5"),
                former("stage", "v4", "v5"), former("prod-east", "", "v5"), former("prod-west", "release/1.2", "v5"));

        assertThat(planned.plan().targets()).extracting(Target::item).containsExactly("shop/checkout-dev@v5");
        assertThat(planned.remarks()).extracting(Remark::code).contains("already-back", "former-version-unknown")
                .doesNotContain("older-version", "version-not-seen");
        assertThat(planned.remarks()).extracting(Remark::text).contains(
                "checkout-prod-east is left out: nobody can tell which version it ran before.",
                "checkout-stage is left out: it is on v4 already.");
    }

    @Test
    void saysWhatToDoWhenNothingCanGoBack() {
        PlanRefused refused = catchThrowableOfType(PlanRefused.class, () -> plan(promoted, former("dev", "", "v5")));

        assertThat(refused).hasMessageContaining("Nothing can be rolled back").hasMessageContaining("checkout-dev")
                .hasMessageContaining("promote it");
    }

    @Test
    void takesBackWhatThePromotionIsAtNowWhateverItIsSetToAtThisMoment() {
        FleetFixture notYetSet = promoted.with(application("checkout", "dev").on("v4"));
        RollbackWish wish = new RollbackWish("checkout", List.of(new Former(ref("dev"), "v4", "v5", true)),
                "checkout v5");

        Planned planned = planner.plan(wish, notYetSet, List.of(), null);
        assertThat(planned.plan().targets()).extracting(Target::item).containsExactly("shop/checkout-dev@v5");
        assertThat(planned.remarks()).extracting(Remark::code).contains("stops-promotion");
        assertThat(planned.canStart()).isTrue();
    }

    @Test
    void warnsWhereSomethingNewerCameAfterThePromotion() {
        Planned planned = plan(promoted.with(application("checkout", "dev").on("v6")), former("dev", "v4", "v5"));

        assertThat(planned.plan().targets()).extracting(Target::item).containsExactly("shop/checkout-dev@v6");
        assertThat(planned.remarks()).filteredOn(remark -> remark.code().equals("moved-on")).singleElement()
                .satisfies(remark -> assertThat(remark.text()).contains("runs v6 by now"));
    }

    @Test
    void anotherPromotionInTheSamePlaceBlocks() {
        RollbackWish wish = new RollbackWish("checkout", List.of(former("dev", "v4", "v5")), "");

        Planned planned = planner.plan(wish, promoted,
                List.of(new EnvironmentLock("checkout", "dev", "checkout v6 by amara")), null);
        assertThat(planned.canStart()).isFalse();
        assertThat(planned.remarks().getFirst().text()).contains("checkout v6 by amara is not done with dev");
    }

    private static ApplicationRef ref(String environment) {
        return ApplicationRef.of("shop", "checkout-" + environment);
    }

    private static Former former(String environment, String former, String promoted) {
        return new Former(ref(environment), former, promoted, false);
    }

    private Planned plan(FleetFixture fleet, String... environments) {
        return plan(fleet, Stream.of(environments).map(environment -> former(environment, "v4", "v5"))
                .toArray(Former[]::new));
    }

    private Planned plan(FleetFixture fleet, Former... formers) {
        return planner.plan(new RollbackWish("checkout", List.of(formers), ""), fleet, List.of(), null);
    }
}
