package dev.tiphys.promotion.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.tiphys.argo.cd.ApplicationRef;

class VersionRecordTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");
    private static final Remark NOT_SEEN = new Remark(Remark.Level.NOTE, "version-not-seen", "", "", "by the planner");

    private static Plan plan(String from, String to) {
        return new Plan(Plan.FORMAT, "checkout", to, new Mechanism("kustomize-image", "r/checkout"),
                List.of(new Wave("dev", new Gate.AtOnce(), 1, Duration.ZERO,
                        List.of(new Target(ApplicationRef.of("shop", "checkout-dev"), "main", "dev", "dev", from)))),
                "image");
    }

    private static VersionRecord.Build built(int daysLater, String revision) {
        return new VersionRecord.Build(MONDAY.plus(Duration.ofDays(daysLater)), revision);
    }

    private static String text(VersionRecord known) {
        return known.refine(plan("v4", "v5"), List.of(NOT_SEEN)).getFirst().text();
    }

    @Test
    void aVersionThatNobodyKnowsIsSaidToBeNeverSeen() {
        assertThat(text(new VersionRecord(Map.of(), null))).isEqualTo("v5 of checkout was never seen: it runs nowhere,"
                + " was never promoted, and no build has announced it. Nothing was checked but its spelling.");
    }

    @Test
    void aBuiltOneIsSaidToBeBuiltAndFromWhere() {
        assertThat(text(new VersionRecord(Map.of("v5", built(0, "8f2d1c7")), null)))
                .isEqualTo("v5 of checkout runs nowhere yet. It was built 2026-11-23 10:00 UTC from 8f2d1c7.");
    }

    @Test
    void oneThatWasThereBeforeIsSaidToHaveBeen() {
        assertThat(text(new VersionRecord(Map.of(), MONDAY)))
                .isEqualTo("v5 of checkout runs nowhere now. It was promoted last 2026-11-23 10:00 UTC.");
    }

    @Test
    void whereNumbersDoNotTellTheOrderOfBuildsDoes() {
        VersionRecord known = new VersionRecord(Map.of("abc", built(0, ""), "def", built(1, "")), null);
        assertThat(known.refine(plan("def", "abc"), List.of())).singleElement().satisfies(remark -> {
            assertThat(remark.code()).isEqualTo("older-version");
            assertThat(remark.text()).isEqualTo("def runs there, which was built after abc.");
        });
        assertThat(known.refine(plan("abc", "def"), List.of())).isEmpty();
    }

    @Test
    void whereNumbersTellItNothingIsSaidTwice() {
        VersionRecord known = new VersionRecord(Map.of("v4", built(0, ""), "v5", built(1, "")), null);
        assertThat(known.refine(plan("v5", "v4"), List.of())).isEmpty();
    }
}
