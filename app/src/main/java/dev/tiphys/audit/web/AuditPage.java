package dev.tiphys.audit.web;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

import dev.tiphys.audit.AuditEntry;
import dev.tiphys.audit.AuditVerification;
import dev.tiphys.web.PageOf;

/// What the audit page shows.
record AuditPage(List<Row> rows, long total, String q, @Nullable String previous, @Nullable String next,
        @Nullable AuditVerification verification) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
            .withZone(ZoneOffset.UTC);

    /// One entry; the state's class goes with its word.
    record Row(long seq, String at, String iso, String who, String via, String code, String outcome, String state,
            String target, @Nullable String from, @Nullable String to, @Nullable String reason,
            @Nullable String requestId) {

        static Row of(AuditEntry entry) {
            return new Row(entry.seq(), TIME.format(entry.at()), entry.at().toString(), entry.who().name(),
                    entry.who().via(), entry.code(), "audit.outcome." + entry.outcome(), state(entry.outcome()),
                    entry.targetKind() + " " + entry.targetId(), entry.from(), entry.to(), entry.reason(),
                    entry.requestId());
        }

        private static String state(String outcome) {
            return switch (outcome) {
                case "DONE" -> "is-ok";
                case "REFUSED" -> "is-wait";
                default -> "is-bad";
            };
        }
    }

    static AuditPage of(PageOf<AuditEntry> entries, @Nullable String q, @Nullable AuditVerification verification) {
        String text = q == null ? "" : q;
        return new AuditPage(entries.map(Row::of).items(), entries.total(), text,
                entries.hasPrevious() ? address(entries.page() - 1, entries.size(), text) : null,
                entries.hasNext() ? address(entries.page() + 1, entries.size(), text) : null, verification);
    }

    private static String address(int page, int size, String q) {
        return UriComponentsBuilder.fromPath("/audit").queryParam("page", page).queryParam("size", size)
                .queryParam("q", "{q}").encode().buildAndExpand(q).toUriString();
    }
}
