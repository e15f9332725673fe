package dev.tiphys.promotion.plan;

import static dev.tiphys.promotion.plan.FleetFixture.application;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.tiphys.promotion.plan.VersionSuggestions.Suggestion;

class VersionSuggestionsTest {

    private static final Set<String> EVERYWHERE = Set.of("dev", "stage", "prod-east", "prod-west");

    private final FleetFixture demo = FleetFixture.demo();

    @Test
    void suggestsFirstWhatHasComeLeastFar() {
        FleetFixture fleet = demo.with(application("checkout", "dev").on("v6"),
                application("checkout", "stage").on("v5"));

        assertThat(of(fleet).versions()).containsExactly(new Suggestion("v6", List.of("dev")),
                new Suggestion("v5", List.of("stage")), new Suggestion("v4", List.of("prod-east", "prod-west")));
    }

    @Test
    void doesNotSuggestWhatIsNoVersion() {
        FleetFixture fleet = demo.with(application("checkout", "dev").on(""),
                application("checkout", "stage").on("release/1"));

        assertThat(of(fleet).versions()).extracting(Suggestion::version).containsExactly("v4");
    }

    @Test
    void ticksFromTheStartWhatRunsNowhere() {
        assertThat(of(demo).preticked("v5", EVERYWHERE)).containsExactly("dev", "stage", "prod-east", "prod-west");
    }

    @Test
    void ticksWhatComesAfterTheFurthestPlace() {
        FleetFixture fleet = demo.with(application("checkout", "dev").on("v5"),
                application("checkout", "stage").on("v5"));

        assertThat(of(fleet).preticked("v5", EVERYWHERE)).containsExactly("prod-east", "prod-west");
    }

    @Test
    void ticksAMixedEnvironmentAgain() {
        FleetFixture fleet = demo.with(application("checkout", "dev").on("v5"),
                application("checkout", "stage").on("v5"),
                application("checkout", "stage").named("checkout-stage-2"));

        assertThat(of(fleet).preticked("v5", EVERYWHERE)).containsExactly("stage", "prod-east", "prod-west");
    }

    @Test
    void ticksUpToTheLastOneThePersonMayPromoteTo() {
        assertThat(of(demo).preticked("v5", Set.of("dev", "stage"))).containsExactly("dev", "stage");
        assertThat(of(demo).preticked("v5", Set.of("dev", "prod-east"))).containsExactly("dev");
        assertThat(of(demo).preticked("v5", Set.of())).isEmpty();
    }

    @Test
    void ticksNothingWhenTheVersionIsEverywhere() {
        assertThat(of(demo).preticked("v4", EVERYWHERE)).isEmpty();
    }

    @Test
    void leavesOutEnvironmentsWithoutTheService() {
        assertThat(of(demo.without("checkout-stage")).preticked("v5", EVERYWHERE)).containsExactly("dev", "prod-east",
                "prod-west");
    }

    @Test
    void saysInOneCellWhatAnEnvironmentRuns() {
        FleetFixture fleet = demo.with(application("checkout", "stage").on("v5"),
                application("checkout", "stage").on("v5").named("b"),
                application("checkout", "stage").on("v5").named("c"), application("checkout", "stage").named("d"),
                application("checkout", "prod-east").on(""));

        assertThat(cell(fleet, "dev")).isEqualTo("v4");
        assertThat(cell(fleet, "stage")).isEqualTo("3 of 4 on v5");
        assertThat(cell(fleet, "prod-east")).isEqualTo("unknown");
    }

    @Test
    void aMixIsNamedByItsNewestVersion() {
        FleetFixture fleet = demo.with(application("checkout", "dev").on("v10"),
                application("checkout", "dev").on("v9").named("b"), application("checkout", "dev").on("v9").named("c"));

        assertThat(cell(fleet, "dev")).isEqualTo("1 of 3 on v10");
    }

    @Test
    void comparesVersionsOnlyWhereTheyAreNumbers() {
        assertThat(VersionOrder.compare("v9", "v10")).hasValue(-1);
        assertThat(VersionOrder.compare("1.4", "1.4.0")).hasValue(0);
        assertThat(VersionOrder.compare("2.0.0-rc1", "2.0.0")).hasValue(-1);
        assertThat(VersionOrder.compare("2.0.0-rc1", "2.0.0-rc2")).isEmpty();
        assertThat(VersionOrder.compare("main", "v1")).isEmpty();
    }

    private static VersionSuggestions of(FleetFixture fleet) {
        return new VersionSuggestions(fleet, "checkout");
    }

    private static String cell(FleetFixture fleet, String environment) {
        return of(fleet).environments().getOrDefault(environment, VersionSpread.of(List.of())).summary();
    }
}
