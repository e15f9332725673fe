package dev.tiphys.promotion.plan;

import static dev.tiphys.promotion.plan.FleetFixture.application;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tiphys.fleet.Environment;
import dev.tiphys.fleet.Reversion;
import dev.tiphys.promotion.plan.PlanRefused.Problem;

class PlannerTest {

    private final Planner planner = new Planner("registry.example/tiphys@sha256:abc");
    private final FleetFixture demo = FleetFixture.demo();

    @Test
    void makesOneWaveForEachTickedEnvironmentInTheOrderOfPromotion() {
        Plan plan = plan(demo, "v5", "prod-west", "dev", "prod-east", "stage").plan();

        assertThat(plan.waves()).extracting(Wave::name).containsExactly("dev", "stage", "prod-east", "prod-west");
        assertThat(plan.waves()).extracting(wave -> wave.gate().word()).containsExactly("none", "none", "approval",
                "none");
        assertThat(plan.targets()).extracting(Target::item).containsExactly("shop/checkout-dev@v4",
                "shop/checkout-stage@v4", "shop/checkout-prod-east@v4", "shop/checkout-prod-west@v4");
        assertThat(plan.mechanism()).isEqualTo(new Mechanism("kustomize-image", "registry.example/checkout"));
    }

    @Test
    void neverTargetsWhoClaimsTheServiceFromAForeignProject() {
        FleetFixture joined = demo
                .joinedBy(application("checkout", "dev").named("evil").on("v1").claimedFrom("default"));

        Planned planned = plan(joined, "v5", "dev");
        assertThat(planned.plan()).isEqualTo(plan(demo, "v5", "dev").plan());
        assertThat(planned.remarks()).filteredOn(remark -> remark.code().equals("claimed-not-trusted")).singleElement()
                .satisfies(remark -> assertThat(remark.text()).isEqualTo("default/evil claims checkout and is left out:"
                        + " its project default does not belong to shop."));
    }

    @Test
    void sortsTheTargetsOfAWave() {
        FleetFixture fleet = demo.with(application("checkout", "dev").named("a"),
                application("checkout", "dev").named("z"));

        assertThat(plan(fleet, "v5", "dev").plan().targets()).extracting(target -> target.application().name())
                .containsExactly("a", "checkout-dev", "z");
    }

    @Test
    void givesTheSamePlanAndHashForTheSameFleet() {
        Planned once = plan(demo, "v5", "dev", "stage");
        Planned again = plan(demo, "v5", "stage", "dev", "dev");

        assertThat(again).isEqualTo(once);
        assertThat(once.planHash()).matches("[0-9a-f]{64}");
    }

    @Test
    void namesTheServiceThatWasMeant() {
        assertThat(refusal(demo, "chekout", "v5", "dev"))
                .containsExactly(new Problem("service", "There is no service 'chekout'. Did you mean 'checkout'?"));
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        assertThat(refusal(demo, "", "", new String[0])).extracting(Problem::field).containsExactly("service",
                "version",
                "environments");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v5; rm", "{{workflow.name}}", "v5}}", "-v5", "a/b", "sha256:abc", "é", "v 5", "v5\n", "+"})
    void refusesAVersionWithIllegalCharacters(String version) {
        assertThat(refusal(demo, "checkout", version, "dev")).singleElement()
                .satisfies(problem -> assertThat(problem.field()).isEqualTo("version"))
                .satisfies(problem -> assertThat(problem.text()).contains("cannot be a version"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v5", "1.4.2-rc1+build", "_x", "main",
            "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"})
    void takesTagsChartVersionsAndDigests(String version) {
        assertThat(plan(demo, version, "dev").plan().version()).isEqualTo(version);
    }

    @Test
    void refusesAnUnknownEnvironment() {
        assertThat(refusal(demo, "checkout", "v5", "dev", "prod-eats")).containsExactly(new Problem("environments",
                "There is no environment 'prod-eats'. Did you mean 'prod-east' or 'prod-west'?"));
    }

    @Test
    void refusesProductionBeforeStageIsOnTheVersion() {
        assertThat(refusal(demo, "checkout", "v5", "dev", "prod-east")).containsExactly(new Problem("environments",
                "prod-east comes after stage, which runs v4, not v5 throughout."
                        + " Tick stage too, or promote there first."));
    }

    @Test
    void aMixedEnvironmentIsNotOnTheVersion() {
        FleetFixture fleet = demo.with(application("checkout", "dev").on("v5"),
                application("checkout", "dev").named("checkout-dev-2"));

        assertThat(refusal(fleet, "checkout", "v5", "stage")).singleElement()
                .satisfies(problem -> assertThat(problem.text()).contains("dev, which runs 1 of 2 on v5"));
    }

    @Test
    void anEnvironmentWhollyOnTheVersionNeedsNoTick() {
        FleetFixture fleet = demo.with(application("checkout", "stage").on("v5"));

        assertThat(plan(fleet, "v5", "prod-east").plan().waves()).extracting(Wave::name).containsExactly("prod-east");
    }

    @Test
    void anEnvironmentWithoutTheServiceAsksForTheOneBeforeIt() {
        FleetFixture fleet = demo.without("checkout-stage");

        assertThat(plan(fleet, "v5", "dev", "prod-east").plan().waves()).hasSize(2);
        assertThat(refusal(fleet, "checkout", "v5", "prod-east")).singleElement()
                .satisfies(problem -> assertThat(problem.text()).contains("comes after dev"));
        assertThat(refusal(fleet, "checkout", "v5", "dev", "stage")).containsExactly(
                new Problem("environments", "checkout has no application in stage. Untick it."));
    }

    @Test
    void leavingOutTheGuardedEnvironmentDoesNotOpenTheNextOne() {
        FleetFixture fleet = demo.with(application("checkout", "prod-east").on("v5"));

        assertThat(plan(fleet, "v5", "prod-west").plan().waves()).singleElement()
                .satisfies(wave -> assertThat(wave.gate()).isEqualTo(new Gate.Approval()));
    }

    @Test
    void keepsTargetsThatAreOnTheVersionAlready() {
        FleetFixture fleet = demo.with(application("checkout", "dev").on("v5"));
        Planned planned = plan(fleet, "v5", "dev", "stage");

        assertThat(planned.plan().waves().getFirst().targets()).extracting(Target::from).containsExactly("v5");
        assertThat(codes(planned)).contains("already-there");
    }

    @Test
    void refusesAPlanThatChangesNothing() {
        FleetFixture fleet = demo.with(application("checkout", "dev").on("v5"));

        assertThat(refusal(fleet, "checkout", "v5", "dev")).singleElement()
                .satisfies(problem -> assertThat(problem.text()).startsWith("Nothing would change"));
    }

    @Test
    void refusesTargetsThatAreChangedInDifferentWays() {
        FleetFixture fleet = demo.with(application("checkout", "stage").changedBy("helm-parameter", "image.tag"));

        assertThat(refusal(fleet, "checkout", "v5", "dev", "stage")).containsExactly(new Problem("environments",
                "The targets are changed in different ways: checkout-dev by kustomize-image of"
                        + " registry.example/checkout, but checkout-stage by helm-parameter of image.tag."
                        + " Promote these environments one by one, or annotate the applications alike."));
    }

    @Test
    void saysWhichAnnotationAnApplicationLacks() {
        assertThat(environmentsRefusal(application("checkout", "dev").changedBy("kustomize-image", "")))
                .endsWith("Annotate it with tiphys.dev/image.");
        assertThat(environmentsRefusal(application("checkout", "dev").changedBy("helm-parameter", "")))
                .endsWith("Annotate it with tiphys.dev/parameter.");
        assertThat(environmentsRefusal(application("checkout", "dev").changedBy("", "")))
                .contains("Annotate it with tiphys.dev/mechanism");
        assertThat(environmentsRefusal(application("checkout", "dev").withSeveralSources()))
                .contains("has several sources");
        assertThat(environmentsRefusal(application("checkout", "dev").changedBy("kustomize-image", "{{x}}")))
                .contains("cannot be one");
    }

    @Test
    void refusesATargetWhoseVersionNobodyCanTell() {
        assertThat(environmentsRefusal(application("checkout", "dev").on(""))).contains("Nobody can tell which version")
                .contains("then plan again");
        assertThat(environmentsRefusal(application("checkout", "dev").on("1.*"))).contains("is no single version");
        assertThat(environmentsRefusal(application("checkout", "dev").on("{{x}}"))).contains("is no single version");
    }

    @Test
    void aBranchMayBeLeftBehind() {
        FleetFixture fleet = demo
                .with(application("checkout", "dev").changedBy("target-revision", "").on("release/1.2"));

        assertThat(plan(fleet, "v5", "dev").plan().targets()).extracting(Target::item)
                .containsExactly("shop/checkout-dev@release/1.2");
    }

    @Test
    void anotherPromotionInTheSamePlaceBlocks() {
        Planned planned = planner.plan(new PlanRequest("checkout", "v5", List.of("dev")), demo,
                List.of(new EnvironmentLock("checkout", "dev", "checkout v3"),
                        new EnvironmentLock("checkout", "stage", "elsewhere"),
                        new EnvironmentLock("payments", "dev", "another service")));

        assertThat(planned.canStart()).isFalse();
        assertThat(planned.remarks().getFirst()).isEqualTo(new Remark(Remark.Level.BLOCKER, "held-by-promotion", "dev",
                "", "Promotion checkout v3 is not done with dev. Wait until its wave there has ended, abort it,"
                        + " or untick dev."));
    }

    @Test
    void remarksOnWhatMayGoWrong() {
        assertThat(remarks(application("checkout", "dev").unreachable())).contains("unreachable");
        assertThat(remarks(application("checkout", "dev").degraded())).contains("unhealthy");
        assertThat(remarks(application("checkout", "dev").automatic())).contains("auto-sync");
        assertThat(remarks(application("checkout", "dev").on("v6"))).contains("older-version");
        assertThat(remarks(application("checkout", "dev").withoutLabel())).contains("claimed-by-fallback");
        assertThat(remarks(application("checkout", "dev").goingAway())).contains("being-deleted");
        assertThat(remarks(application("checkout", "dev"))).containsExactly("version-not-seen");
    }

    @Test
    void saysWhereAnApplicationSetPutsTheFormerVersionBack() {
        assertThat(codes(plan(demo.whereTheSet(Reversion.CERTAIN, "checkout-dev"), "v5", "dev", "stage")))
                .contains("reverted-by-applicationset").doesNotContain("applicationsets-not-known");
        assertThat(codes(plan(demo.whereTheSet(Reversion.UNKNOWN, "checkout-dev"), "v5", "dev", "stage")))
                .contains("applicationsets-not-known").doesNotContain("reverted-by-applicationset");
        assertThat(codes(plan(demo.whereTheSet(Reversion.CERTAIN, "checkout-stage"), "v5", "dev")))
                .doesNotContain("reverted-by-applicationset");
    }

    @Test
    void aVersionThatRunsSomewhereIsNoSurprise() {
        FleetFixture fleet = demo.with(application("checkout", "stage").on("v5"));

        assertThat(codes(plan(fleet, "v5", "dev"))).doesNotContain("version-not-seen");
    }

    @Test
    void saysOneSentenceAboutFiveHundredTargets() {
        FleetFixture fleet = demo;
        for (int i = 0; i < 500; i++)
            fleet = fleet.with(application("checkout", "dev").named("dev-" + i).degraded());

        assertThat(plan(fleet, "v5", "dev").remarks()).filteredOn(remark -> remark.code().equals("unhealthy"))
                .extracting(Remark::text).containsExactly("dev-0, dev-1, dev-10 and 497 more are not healthy now."
                        + " If the version does not mend them, their deliveries will ask.");
    }

    @Test
    void remarksDoNotChangeTheHash() {
        FleetFixture worse = demo.with(application("checkout", "dev").degraded().automatic());

        assertThat(plan(worse, "v5", "dev").planHash()).isEqualTo(plan(demo, "v5", "dev").planHash());
    }

    @Test
    void saysWhenTheConfiguredOrderContradictsItself() {
        FleetFixture fleet = demo.withEnvironments(environments -> {
            List<Environment> more = new ArrayList<>(environments);
            more.add(FleetFixture.environment("lab", 0, "stage"));
            Collections.shuffle(more, new Random(1));
            return more;
        }).with(application("checkout", "lab"));

        assertThat(refusal(fleet, "checkout", "v5", "lab")).extracting(Problem::text)
                .anySatisfy(text -> assertThat(text).contains("An administrator has to mend that"));
    }

    private Planned plan(FleetFixture fleet, String version, String... environments) {
        return planner.plan(new PlanRequest("checkout", version, Arrays.asList(environments)), fleet, List.of());
    }

    private List<Problem> refusal(FleetFixture fleet, String service, String version, String... environments) {
        PlanRequest request = new PlanRequest(service, version, Arrays.asList(environments));
        return catchThrowableOfType(PlanRefused.class, () -> planner.plan(request, fleet, List.of())).problems();
    }

    private String environmentsRefusal(ApplicationFixture application) {
        List<Problem> problems = refusal(demo.with(application), "checkout", "v5", "dev");
        assertThat(problems).singleElement().satisfies(one -> assertThat(one.field()).isEqualTo("environments"));
        return problems.getFirst().text();
    }

    private List<String> remarks(ApplicationFixture application) {
        return codes(plan(demo.with(application), "v5", "dev"));
    }

    private static List<String> codes(Planned planned) {
        return planned.remarks().stream().map(Remark::code).toList();
    }
}
