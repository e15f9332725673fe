package dev.tiphys.catalog.sheet;

import java.math.BigDecimal;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// What an instance costs.
///
/// @param currency three letters, ISO 4217
/// @param per `month` or `once`
/// @param market what it costs elsewhere; null when nobody says
/// @param field the input that the amount depends on; empty when it does not
/// @param amounts by the value of that input
public record Price(BigDecimal amount, String currency, String per, @Nullable BigDecimal market, String field,
        Map<String, BigDecimal> amounts) {

    public Price {
        amounts = Map.copyOf(amounts);
    }

    /// What these inputs cost.
    public BigDecimal of(Map<String, String> inputs) {
        return amounts.getOrDefault(inputs.getOrDefault(field, ""), amount);
    }

    public boolean isMonthly() {
        return per.equals("month");
    }
}
