package dev.tiphys.promotion.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tiphys.promotion.web.PromotionPage.WaveCard;
import dev.tiphys.web.Status;
import dev.tiphys.web.When;

/// A promotion at one of its moments.
///
/// @param at which one, from 1
/// @param count of all moments
/// @param moment what happened then
/// @param previous address of the moment before; null at the first
record ReplayPage(String href, String promotion, String service, String from, String to, Status status, int at,
        int count, Moment moment, List<WaveCard> waves, @Nullable String first, @Nullable String previous,
        @Nullable String next, @Nullable String last) {

    /// @param since the time since the promotion was asked for
    record Moment(When clock, String since, String what, String sentence, String css) {}
}
