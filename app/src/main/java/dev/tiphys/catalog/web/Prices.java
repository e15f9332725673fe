package dev.tiphys.catalog.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.tiphys.catalog.sheet.Price;

/// Prices as pages show them.
final class Prices {

    private Prices() {
    }

    /// What these inputs cost, such as `4.50 EUR a month`; empty when nobody says.
    static String words(@Nullable Price price, Map<String, String> inputs) {
        return price == null ? "" : amount(price.of(inputs), price) + per(price);
    }

    /// What it costs before anything is filled in, such as `from 4.50 EUR a month`.
    static String from(@Nullable Price price) {
        if (price == null) {
            return "";
        }
        BigDecimal least = lowest(price);
        boolean varies = price.amounts().values().stream().anyMatch(amount -> amount.compareTo(least) != 0);
        return least.signum() == 0 && !varies ? "free" : (varies ? "from " : "") + amount(least, price) + per(price);
    }

    static BigDecimal lowest(Price price) {
        return price.amounts().isEmpty() ? price.amount() : Collections.min(price.amounts().values());
    }

    static String market(@Nullable Price price) {
        return price == null || price.market() == null ? "" : amount(price.market(), price);
    }

    private static String per(Price price) {
        return price.isMonthly() ? " a month" : " once";
    }

    private static String amount(BigDecimal amount, Price price) {
        return String.format(Locale.ENGLISH, "%,.2f %s", amount.setScale(2, RoundingMode.HALF_UP), price.currency());
    }
}
