package dev.tiphys.promotion.figures;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.tiphys.web.Age;

/// One number with what it means.
///
/// @param code stable, such as `lead-time`
/// @param value in the unit; null while there are too few cases to say one
/// @param unit `seconds`, `percent` or `per-week`
/// @param words the value as a person says it
/// @param definition what is counted, in one sentence
/// @param cases how many it is made of
public record Figure(String code, String name, @Nullable Double value, String unit, String words, String definition,
        int cases) {

    /// Fewer cases than these say nothing about the next one.
    public static final int FEW = 5;

    public boolean enough() {
        return value != null;
    }

    static Figure median(String code, String name, List<Duration> cases, String definition) {
        if (cases.size() < FEW) {
            return notEnough(code, name, "seconds", definition, cases.size());
        }
        Duration median = median(cases);
        return new Figure(code, name, median.toMillis() / 1000.0, "seconds", Age.words(median), definition,
                cases.size());
    }

    static Figure rate(String code, String name, long hits, int cases, String definition) {
        if (cases < FEW) {
            return notEnough(code, name, "percent", definition, cases);
        }
        double percent = 100.0 * hits / cases;
        return new Figure(code, name, percent, "percent", Math.round(percent) + " %, " + hits + " of " + cases,
                definition, cases);
    }

    /// A count is true however small it is.
    static Figure frequency(String code, String name, int count, int days, String definition) {
        double perWeek = 7.0 * count / days;
        return new Figure(code, name, perWeek, "per-week",
                count == 0
                        ? "none in " + days + " days"
                        : String.format(Locale.ROOT, "%.1f a week, %d in %d days", perWeek, count, days),
                definition, count);
    }

    private static Figure notEnough(String code, String name, String unit, String definition, int cases) {
        String words = cases == 0 ? "no case yet" : "not enough data";
        return new Figure(code, name, null, unit, words, definition, cases);
    }

    private static Duration median(List<Duration> cases) {
        List<Duration> sorted = cases.stream().sorted(Comparator.naturalOrder()).toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).plus(sorted.get(middle)).dividedBy(2);
    }

    /// How many cases, for a page; empty when there are none.
    public String casesWords() {
        return cases == 0 ? "" : String.format(Locale.ROOT, "%d case%s", cases, cases == 1 ? "" : "s");
    }
}
