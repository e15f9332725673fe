package dev.tiphys.promotion;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/// Which promotions a list is about; an empty text filters nothing.
///
/// @param phase one of [PromotionPhase], in any case
/// @param requester subject or name
/// @param q part of service, version or workflow
public record PromotionFilter(String service, String environment, String phase, String requester, String q) {

    public static final PromotionFilter ALL = new PromotionFilter("", "", "", "", "");

    public PromotionFilter {
        phase = phase.toUpperCase(Locale.ROOT);
    }

    /// The filter of optional query parameters.
    public static PromotionFilter of(@Nullable String service, @Nullable String environment, @Nullable String phase,
            @Nullable String requester, @Nullable String q) {
        return new PromotionFilter(text(service), text(environment), text(phase), text(requester), text(q));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
