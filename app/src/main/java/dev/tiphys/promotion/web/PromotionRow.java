package dev.tiphys.promotion.web;

import java.util.List;

import dev.tiphys.web.Age;
import dev.tiphys.web.Status;

/// One promotion as a line of a list.
///
/// @param action the word on its button
/// @param urgent whether the person who looks is the one it waits for
record PromotionRow(String href, String service, String from, String to, List<Segment> strip, String stripWords,
        Status status, String sentence, Age age, String requester, String action, boolean urgent) {

    /// The address of its service.
    public String serviceHref() {
        return Links.service(service);
    }

    /// A wave in the strip.
    record Segment(String css, int value, int max) {}
}
