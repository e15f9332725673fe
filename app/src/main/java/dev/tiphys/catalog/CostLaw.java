package dev.tiphys.catalog;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

import dev.tiphys.catalog.sheet.Price;

/// What an instance costs in a month. A day counts when the instance was there at any moment of it, in UTC; a monthly
/// price is shared out over the days of the month, and what is paid once falls into the month of the first day. Rounded
/// to cents for each instance and month, so that sums of what is shown are right.
final class CostLaw {

    private CostLaw() {
    }

    /// Days of the month on which it was there.
    ///
    /// @param end null while it is there
    static int days(YearMonth month, Instant begin, @Nullable Instant end, LocalDate today) {
        LocalDate first = later(day(begin), month.atDay(1));
        LocalDate last = earlier(end == null ? today : day(end), earlier(month.atEndOfMonth(), today));
        return first.isAfter(last) ? 0 : (int) ChronoUnit.DAYS.between(first, last) + 1;
    }

    static BigDecimal cost(BigDecimal amount, Price price, YearMonth month, Instant begin, int days) {
        if (days == 0) {
            return cents(BigDecimal.ZERO);
        }
        if (price.isMonthly()) {
            return amount.multiply(BigDecimal.valueOf(days)).divide(BigDecimal.valueOf(month.lengthOfMonth()), 2,
                    RoundingMode.HALF_UP);
        }
        return cents(YearMonth.from(day(begin)).equals(month) ? amount : BigDecimal.ZERO);
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
