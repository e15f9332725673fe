package dev.tiphys.promotion.web;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

import dev.tiphys.promotion.PromotionFilter;
import dev.tiphys.web.Moments;

/// A search of all promotions as it stands in an address. Times are days or moments, in UTC unless they say otherwise.
///
/// @param from asked for at this time or later
/// @param to asked for until then; a mere day counts as a whole
record HistoryAsk(@Nullable String service, @Nullable String environment, @Nullable String phase,
        @Nullable String requester, @Nullable String from, @Nullable String to, @Nullable String q) {

    static final HistoryAsk ALL = new HistoryAsk(null, null, null, null, null, null, null);

    PromotionFilter filter() {
        return PromotionFilter.of(service, environment, phase, requester, q)
                .within(Moments.beginning("from", from), Moments.end("to", to));
    }

    HistoryAsk with(@Nullable String wantedPhase, @Nullable String wantedRequester) {
        return new HistoryAsk(service, environment, wantedPhase, wantedRequester, from, to, q);
    }

    /// What narrows the search, by parameter.
    Map<String, String> terms() {
        Map<String, String> terms = new LinkedHashMap<>();
        put(terms, "q", q);
        put(terms, "service", service);
        put(terms, "environment", environment);
        put(terms, "phase", phase);
        put(terms, "requester", requester);
        put(terms, "from", from);
        put(terms, "to", to);
        return terms;
    }

    private static void put(Map<String, String> terms, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            terms.put(name, value.strip());
        }
    }

    String href(int page) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(Links.HISTORY);
        Map<String, String> terms = terms();
        terms.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        if (page > 0) {
            address.queryParam("page", page);
        }
        return address.encode().buildAndExpand(terms).toUriString();
    }
}
