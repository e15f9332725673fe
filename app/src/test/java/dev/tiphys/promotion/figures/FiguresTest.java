package dev.tiphys.promotion.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.tiphys.promotion.PromotionPhase;

class FiguresTest {

    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

    /// A promotion of a version that began so many days ago and took so many hours.
    private static PastPromotion past(String version, PromotionPhase phase, int daysAgo, int hours,
            boolean touchedProduction, boolean hurt) {
        Instant begin = NOW.minus(Duration.ofDays(daysAgo));
        Instant end = begin.plus(Duration.ofHours(hours));
        return new PastPromotion(version, phase, begin, begin, end, null, touchedProduction ? begin : null,
                touchedProduction && phase == PromotionPhase.SUCCEEDED ? end : null, hurt);
    }

    private static PastPromotion good(String version, int daysAgo, int hours) {
        return past(version, PromotionPhase.SUCCEEDED, daysAgo, hours, true, false);
    }

    private static PastPromotion failed(String version, int daysAgo) {
        return past(version, PromotionPhase.FAILED, daysAgo, 1, true, false);
    }

    private static Figure figure(List<PastPromotion> past, int days, String code) {
        return Figures.of(past, days, NOW).all().stream().filter(one -> one.code().equals(code)).findFirst()
                .orElseThrow();
    }

    private static List<PastPromotion> sixGoodOnes() {
        return List.of(good("v1", 20, 1), good("v2", 17, 2), good("v3", 14, 3), good("v4", 11, 4), good("v5", 8, 5),
                good("v6", 5, 6));
    }

    @Test
    void fewCasesSayNothingButHowManyThereAre() {
        Figure rate = figure(List.of(good("v1", 3, 1), failed("v2", 2)), 30, "success-rate");
        assertThat(rate.enough()).isFalse();
        assertThat(rate.words()).isEqualTo("not enough data");
        assertThat(rate.casesWords()).isEqualTo("2 cases");
        assertThat(figure(List.of(), 30, "duration").words()).isEqualTo("no case yet");
    }

    @Test
    void successIsOfWhatEnded() {
        List<PastPromotion> past = new ArrayList<>(sixGoodOnes());
        past.add(failed("v7", 3));
        past.add(past("v8", PromotionPhase.ABORTED, 2, 1, false, false));
        past.add(new PastPromotion("v9", PromotionPhase.RUNNING, NOW, NOW, null, null, null, null, false));
        assertThat(figure(past, 30, "success-rate").words()).isEqualTo("75 %, 6 of 8");
    }

    @Test
    void theMedianStandsBetweenTheTwoInTheMiddle() {
        assertThat(figure(sixGoodOnes(), 30, "duration").value()).isEqualTo(3.5 * 3600);
    }

    @Test
    void whatEndedBeforeTheSpanDoesNotCount() {
        assertThat(figure(sixGoodOnes(), 10, "success-rate").cases()).isEqualTo(2);
        assertThat(figure(sixGoodOnes(), 10, "deployment-frequency").words()).isEqualTo("1.4 a week, 2 in 10 days");
    }

    @Test
    void leadTimeBeginsWithTheBuildAndEndsWithTheFirstArrival() {
        List<PastPromotion> past = new ArrayList<>();
        for (PastPromotion one : sixGoodOnes()) {
            past.add(new PastPromotion(one.version(), one.phase(), one.createdAt(), one.startedAt(), one.finishedAt(),
                    one.createdAt().minus(Duration.ofHours(10)), one.productionBegan(), one.productionDone(), false));
        }
        past.add(good("v6", 1, 1));
        Figure lead = figure(past, 30, "lead-time");
        assertThat(lead.cases()).isEqualTo(6);
        assertThat(lead.value()).isEqualTo(13.5 * 3600);
    }

    @Test
    void aChangeFailsByFailingByLeavingOneBehindAndByBeingTakenBack() {
        List<PastPromotion> past = new ArrayList<>(sixGoodOnes());
        past.add(failed("v7", 4));
        past.add(past("v8", PromotionPhase.SUCCEEDED, 3, 1, true, true));
        past.add(good("v9", 2, 1));
        past.add(good("v6", 1, 1));
        assertThat(figure(past, 30, "change-failure-rate").words()).isEqualTo("30 %, 3 of 10");
    }

    @Test
    void aPromotionThatNeverTouchedProductionIsNoChangeOfIt() {
        List<PastPromotion> past = new ArrayList<>(sixGoodOnes());
        past.add(past("v7", PromotionPhase.FAILED, 1, 1, false, false));
        assertThat(figure(past, 30, "change-failure-rate").words()).isEqualTo("0 %, 0 of 6");
    }

    @Test
    void restoringLastsUntilTheNextOneIsComplete() {
        List<PastPromotion> past = new ArrayList<>();
        for (int round = 1; round <= 5; round++) {
            past.add(failed("v" + (10 - round), 2 * round));
            past.add(past("v" + (10 - round), PromotionPhase.SUCCEEDED, 2 * round - 1, round, true, false));
        }
        Figure restore = figure(past, 30, "time-to-restore");
        assertThat(restore.cases()).isEqualTo(5);
        // From the failure after an hour until the next day, and as long as the next promotion took.
        assertThat(restore.value()).isEqualTo((23 + 3) * 3600.0);
    }

    @Test
    void everyFigureSaysWhatItCounts() {
        assertThat(Figures.of(List.of(), 90, NOW).all()).hasSize(6)
                .allSatisfy(one -> assertThat(one.definition()).endsWith("."));
    }
}
