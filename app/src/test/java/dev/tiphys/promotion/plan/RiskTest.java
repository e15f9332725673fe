package dev.tiphys.promotion.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.tiphys.argo.cd.ApplicationRef;
import dev.tiphys.fleet.FleetApplication;

class RiskTest {

    private static Target target(int number, String from) {
        return new Target(ApplicationRef.of("shop", "checkout-prod-" + number), "main", "prod-" + number, "prod-east",
                from);
    }

    @Test
    void aVersionThatRanNowhereElseIsSaidToBeNew() {
        Risk risk = new Risk("v5", "prod-east", List.of(target(1, "v4")), List.of(), "");
        assertThat(risk.sentence()).isEqualTo("It runs healthy nowhere else.");
    }

    @Test
    void nothingIsSaidWhereNothingIsKnown() {
        FleetApplication seen = ApplicationFixture.of("checkout", "stage").on("v5").build();
        assertThat(new Risk("v5", "prod-east", List.of(target(1, "v4")), List.of(seen), "").sentence()).isEmpty();
        FleetApplication sick = ApplicationFixture.of("checkout", "prod-east").named("checkout-prod-1").degraded()
                .build();
        assertThat(new Risk("v5", "prod-east", List.of(target(1, "v4")), List.of(seen, sick), "").sentence())
                .isEqualTo("1 of 1 there is not healthy now.");
    }

    @Test
    void anOlderVersionAFailedPromotionAndManyClustersAreNamed() {
        List<Target> many = IntStream.range(0, 12).mapToObj(number -> target(number, "v4")).toList();
        assertThat(new Risk("v3", "prod-east", many, List.of(), "failed").sentence())
                .contains("This version is older than what runs there", "the last promotion there failed",
                        "12 clusters change");
    }
}
