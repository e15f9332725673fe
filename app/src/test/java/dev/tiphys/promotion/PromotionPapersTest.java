package dev.tiphys.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.tiphys.argo.cd.ApplicationRef;
import dev.tiphys.promotion.plan.Gate;
import dev.tiphys.promotion.plan.Mechanism;
import dev.tiphys.promotion.plan.Plan;
import dev.tiphys.promotion.plan.Target;
import dev.tiphys.promotion.plan.Wave;

class PromotionPapersTest {

    private static final Plan PLAN = new Plan(Plan.FORMAT, "checkout", "v5", new Mechanism("git", "x"),
            Stream.of("dev", "prod").map(name -> new Wave(name, new Gate.AtOnce(), 1, Duration.ZERO,
                    List.of(new Target(ApplicationRef.of("shop", "checkout-" + name), "main", name, name, "v4"))))
                    .toList(),
            "image");

    private static KeptEvidence kept(String kind, String application) {
        return new KeptEvidence(ApplicationRef.of("shop", application).toString(), 1, kind, "name", "", "", "",
                Instant.EPOCH);
    }

    @Test
    void whatPodsSaidIsForThoseWhoWorkThere() {
        List<KeptEvidence> all = List.of(kept("pod", "checkout-dev"), kept("pod", "checkout-prod"),
                kept("step", "checkout-prod"), kept("analysis", "checkout-prod"));

        assertThat(PromotionPapers.readable(all, PLAN, "dev"::equals)).extracting(KeptEvidence::kind).containsExactly(
                "pod",
                "step", "analysis");
        assertThat(PromotionPapers.readable(all, PLAN, environment -> false)).extracting(KeptEvidence::kind)
                .containsExactly("step", "analysis");
    }
}
