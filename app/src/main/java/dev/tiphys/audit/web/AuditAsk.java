package dev.tiphys.audit.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.tiphys.audit.AuditFilter;
import dev.tiphys.web.Moments;
import dev.tiphys.web.Refusal;

/// A search of the log as it stands in an address. Times are `2026-11-27`, `2026-11-27T10:00` or with seconds and zone;
/// without a zone they are UTC.
///
/// @param until up to and without this moment; a mere day counts as a whole
/// @param asOf a moment or an entry's number: the log as it stood then
/// @param before the cursor of a list
/// @param after the cursor of an export
record AuditAsk(@Nullable String actor, @Nullable String code, @Nullable String outcome, @Nullable String service,
        @Nullable String environment, @Nullable String targetKind, @Nullable String target,
        @Nullable String requestId, @Nullable String since, @Nullable String until, @Nullable String asOf,
        @Nullable String q, @Nullable String before, @Nullable String after) {

    /// Turns a moment into the number of the last entry that was written by then.
    interface Calendar {
        long seqAsOf(Instant moment);
    }

    AuditFilter filter(Calendar calendar) {
        return new AuditFilter(actor, code, outcome == null ? null : outcome.toUpperCase(java.util.Locale.ROOT),
                service,
                environment, targetKind, target, requestId, Moments.beginning("since", since),
                Moments.end("until", until),
                asOf(calendar), q);
    }

    private @Nullable Long asOf(Calendar calendar) {
        if (asOf == null || asOf.isBlank()) {
            return null;
        }
        if (asOf.strip().matches("#?\\d{1,18}")) {
            return Long.valueOf(asOf.strip().replace("#", ""));
        }
        Instant moment = Moments.end("asOf", asOf);
        return moment == null ? null : Long.valueOf(calendar.seqAsOf(moment));
    }

    @Nullable
    Long cursor() {
        return before == null || before.isBlank() ? null : Long.valueOf(number("before", before));
    }

    long start() {
        return after == null || after.isBlank() ? 0 : number("after", after);
    }

    private static long number(String field, String text) {
        if (!text.strip().matches("\\d{1,18}")) {
            throw new Refusal.Invalid(field, "This is the number of an entry, and not \"" + text + "\".");
        }
        return Long.parseLong(text.strip());
    }

    /// What narrows the search, by parameter; neither cursor.
    Map<String, String> terms() {
        Map<String, String> terms = new LinkedHashMap<>();
        put(terms, "q", q);
        put(terms, "actor", actor);
        put(terms, "service", service);
        put(terms, "environment", environment);
        put(terms, "code", code);
        put(terms, "outcome", outcome);
        put(terms, "targetKind", targetKind);
        put(terms, "target", target);
        put(terms, "requestId", requestId);
        put(terms, "since", since);
        put(terms, "until", until);
        put(terms, "asOf", asOf);
        return terms;
    }

    private static void put(Map<String, String> terms, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            terms.put(name, value.strip());
        }
    }
}
