package dev.tiphys.promotion.web;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.tiphys.web.Chip;
import dev.tiphys.web.Status;
import dev.tiphys.web.When;

/// All promotions, as they were searched for.
///
/// @param terms the search, by parameter
/// @param error why nothing can be searched for; empty when all can be read
/// @param live the topics that change this page
record HistoryPage(Map<String, String> terms, List<Chip> chips, List<String> services, List<String> environments,
        List<String> phases, String error, List<Row> rows, long total, @Nullable String previous,
        @Nullable String next, String live) {

    public String term(String name) {
        return terms.getOrDefault(name, "");
    }

    /// One promotion.
    ///
    /// @param took until it ended, or how long it has been on its way
    record Row(String href, String service, String serviceHref, String from, String to,
            List<PromotionRow.Segment> strip, String stripWords, Status status, String sentence, String requester,
            When started, String took) {}
}
