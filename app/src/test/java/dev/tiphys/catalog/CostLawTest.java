package dev.tiphys.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.tiphys.catalog.sheet.Price;

class CostLawTest {

    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 10);
    private static final Price MONTHLY = new Price(new BigDecimal("30"), "EUR", "month", null, "", Map.of());
    private static final Price ONCE = new Price(new BigDecimal("30"), "EUR", "once", null, "", Map.of());

    private static Instant at(String moment) {
        return Instant.parse(moment);
    }

    @Test
    void aDayCountsWhenItWasThereAtAnyMomentOfIt() {
        assertThat(CostLaw.days(NOVEMBER, at("2026-11-10T23:59:59Z"), at("2026-11-12T00:00:01Z"), TODAY)).isEqualTo(3);
        assertThat(CostLaw.days(NOVEMBER, at("2026-10-01T00:00:00Z"), null, TODAY)).isEqualTo(30);
        assertThat(CostLaw.days(NOVEMBER, at("2026-12-01T00:00:00Z"), null, TODAY)).isZero();
        assertThat(CostLaw.days(NOVEMBER, at("2026-10-01T00:00:00Z"), at("2026-10-31T23:00:00Z"), TODAY)).isZero();
    }

    @Test
    void theMonthThatRunsIsCountedUntilToday() {
        assertThat(CostLaw.days(YearMonth.of(2026, 12), at("2026-11-10T00:00:00Z"), null, TODAY)).isEqualTo(10);
    }

    @Test
    void aMonthlyPriceIsSharedOutOverTheDays() {
        Instant begin = at("2026-11-10T12:00:00Z");
        assertThat(CostLaw.cost(MONTHLY.amount(), MONTHLY, NOVEMBER, begin, 3)).isEqualTo("3.00");
        assertThat(CostLaw.cost(new BigDecimal("4.50"), MONTHLY, NOVEMBER, begin, 1)).isEqualTo("0.15");
        assertThat(CostLaw.cost(new BigDecimal("10"), MONTHLY, YearMonth.of(2026, 12), begin, 1)).isEqualTo("0.32");
        assertThat(CostLaw.cost(MONTHLY.amount(), MONTHLY, NOVEMBER, begin, 0)).isEqualTo("0.00");
    }

    @Test
    void whatIsPaidOnceFallsIntoTheFirstMonth() {
        Instant begin = at("2026-11-10T12:00:00Z");
        assertThat(CostLaw.cost(ONCE.amount(), ONCE, NOVEMBER, begin, 21)).isEqualTo("30.00");
        assertThat(CostLaw.cost(ONCE.amount(), ONCE, YearMonth.of(2026, 12), begin, 10)).isEqualTo("0.00");
    }
}
