package dev.tiphys.promotion;

import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tiphys.web.Refusal;

/// Which promotions a list is about; an empty text filters nothing.
///
/// @param phase one of [PromotionPhase], in any case
/// @param requester subject or name
/// @param q part of service, version or workflow
/// @param from those that were asked for at this moment or later; null from the beginning
/// @param to those that were asked for before this moment; null without end
public record PromotionFilter(String service, String environment, String phase, String requester, String q,
        @Nullable Instant from, @Nullable Instant to) {

    public static final PromotionFilter ALL = new PromotionFilter("", "", "", "", "", null, null);

    /// @throws Refusal.Invalid for a phase that there is not
    public PromotionFilter {
        phase = phase.toUpperCase(Locale.ROOT);
        String wanted = phase;
        if (!phase.isEmpty() && Stream.of(PromotionPhase.values()).noneMatch(known -> known.name().equals(wanted))) {
            throw new Refusal.Invalid("phase", "There is no such phase. Choose one of "
                    + Stream.of(PromotionPhase.values()).map(Enum::name).collect(Collectors.joining(", ")) + ".");
        }
    }

    /// The filter of optional query parameters.
    public static PromotionFilter of(@Nullable String service, @Nullable String environment, @Nullable String phase,
            @Nullable String requester, @Nullable String q) {
        return new PromotionFilter(text(service), text(environment), text(phase), text(requester), text(q), null, null);
    }

    /// The same within a time.
    public PromotionFilter within(@Nullable Instant begin, @Nullable Instant end) {
        return new PromotionFilter(service, environment, phase, requester, q, begin, end);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
