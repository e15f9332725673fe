package dev.tiphys.catalog;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tiphys.catalog.sheet.Price;

/// What somebody looks for in the catalog. What is empty or null does not matter.
///
/// @param q a part of name, title, description, provider, kind or owner
/// @param price one of [#PRICES]
public record OfferFilter(@Nullable String q, @Nullable String provider, @Nullable String kind, @Nullable String cloud,
        @Nullable String price, @Nullable String lifecycle) {

    /// The steps of prices; what costs differs by input counts with its least.
    public static final List<String> PRICES = List.of("free", "up to 10", "up to 100", "more than 100", "not said");

    public OfferFilter {
        q = q == null ? "" : q.strip().toLowerCase(Locale.ROOT);
        provider = provider == null ? "" : provider;
        kind = kind == null ? "" : kind;
        cloud = cloud == null ? "" : cloud;
        price = price == null ? "" : price;
        lifecycle = lifecycle == null ? "" : lifecycle;
    }

    /// Whose values are told apart.
    public enum Facet {
        PROVIDER, KIND, CLOUD, PRICE, LIFECYCLE;

        /// The value of an item; empty when it has none.
        public String of(Item item) {
            return switch (this) {
                case PROVIDER -> item.provider();
                case KIND -> item.sheet().kind();
                case CLOUD -> item.sheet().cloud();
                case PRICE -> step(item.sheet().price());
                case LIFECYCLE -> item.lifecycle().name().toLowerCase(Locale.ROOT);
            };
        }

        public String parameter() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static String step(@Nullable Price price) {
        if (price == null) {
            return PRICES.getLast();
        }
        BigDecimal least = price.amounts().isEmpty() ? price.amount() : Collections.min(price.amounts().values());
        return least.signum() == 0
                ? PRICES.get(0)
                : least.compareTo(BigDecimal.TEN) <= 0
                        ? PRICES.get(1)
                        : least.compareTo(BigDecimal.valueOf(100)) <= 0 ? PRICES.get(2) : PRICES.get(3);
    }

    public String chosen(Facet facet) {
        return String.valueOf(switch (facet) {
            case PROVIDER -> provider;
            case KIND -> kind;
            case CLOUD -> cloud;
            case PRICE -> price;
            case LIFECYCLE -> lifecycle;
        });
    }

    public boolean takes(Item item) {
        return says(item) && Stream.of(Facet.values()).allMatch(facet -> takes(facet, item));
    }

    /// Whether it would take the item if this facet did not matter.
    public boolean takesBut(Facet left, Item item) {
        return says(item) && Stream.of(Facet.values()).filter(facet -> facet != left)
                .allMatch(facet -> takes(facet, item));
    }

    private boolean takes(Facet facet, Item item) {
        return chosen(facet).isEmpty() || chosen(facet).equals(facet.of(item));
    }

    private boolean says(Item item) {
        String wanted = String.valueOf(q);
        return Stream.of(item.name(), item.title(), item.description(), item.provider(), item.sheet().kind(),
                item.sheet().owner()).anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
