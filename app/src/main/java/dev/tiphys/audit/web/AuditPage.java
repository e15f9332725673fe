package dev.tiphys.audit.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

import dev.tiphys.audit.AuditEntry;
import dev.tiphys.audit.AuditSlice;
import dev.tiphys.audit.proof.AuditVerification;

/// What the audit page shows.
///
/// @param terms what narrows the search, by field
/// @param all whether the person sees the whole log
/// @param erasable the subject that the person may erase; null for none
record AuditPage(List<Row> rows, Map<String, String> terms, @Nullable String newest, @Nullable String older,
        @Nullable Proof proof, List<Kind> kinds, List<Export> exports, boolean all, @Nullable String erasable) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /// One entry; the state's class goes with its word.
    record Row(long seq, String at, String iso, @Nullable String who, String whoHref, String via, String code,
            String outcome, String state, String place, String targetKind, String target, String targetHref,
            @Nullable String from, @Nullable String to, @Nullable String reason, @Nullable String requestId) {

        static Row of(AuditEntry entry) {
            AuditEntry.Who who = entry.who();
            return new Row(entry.seq(), TIME.format(entry.at()), entry.at().toString(), who.name(),
                    search("actor", who.subject()), who.via(), entry.code(), "audit.outcome." + entry.outcome(),
                    state(entry.outcome()), place(entry.about()), entry.targetKind(), entry.targetId(),
                    search("target", entry.targetId()), entry.from(), entry.to(), entry.reason(), entry.requestId());
        }

        private static String place(AuditEntry.About about) {
            return String.join(" · ", Stream.of(about.provider(), about.service(), about.environment(), about.cluster())
                    .filter(part -> !part.isEmpty()).distinct().toList());
        }

        private static String state(String outcome) {
            return switch (outcome) {
                case "DONE" -> "is-ok";
                case "REFUSED" -> "is-wait";
                default -> "is-bad";
            };
        }
    }

    /// How the chain stood at the last look.
    record Proof(boolean ok, long upTo, @Nullable String anchored, @Nullable Long anchoredUpTo, String sentence,
            String head, String checked) {

        static Proof of(AuditVerification found) {
            Instant anchored = found.anchoredAt();
            return new Proof(found.ok(), found.verifiedUpTo(), anchored == null ? null : TIME.format(anchored),
                    found.anchoredUpTo(), found.sentence(), found.head(), TIME.format(found.checkedAt()));
        }
    }

    /// A frequent question.
    record Kind(String word, String href, boolean current) {

        static List<Kind> of(Map<String, String> terms) {
            return List.of(of("all", Map.of(), terms), of("targets", Map.of("code", "target"), terms),
                    of("approvals", Map.of("code", "approval"), terms),
                    of("refused", Map.of("outcome", "REFUSED"), terms),
                    of("sessions", Map.of("code", "session"), terms),
                    of("outside", Map.of("code", "fleet.changed-outside"), terms));
        }

        private static Kind of(String word, Map<String, String> question, Map<String, String> terms) {
            return new Kind(word, address("/audit", question, Map.of()), terms.equals(question));
        }
    }

    /// One format to take the shown entries away in.
    record Export(String word, String href) {}

    static AuditPage of(AuditSlice slice, AuditAsk wish, @Nullable AuditVerification found, boolean all,
            boolean mayErase) {
        Map<String, String> terms = wish.terms();
        Long next = slice.next();
        return new AuditPage(slice.items().stream().map(Row::of).toList(), terms,
                wish.cursor() == null ? null : address("/audit", terms, Map.of("size", slice.size())),
                next == null ? null : address("/audit", terms, Map.of("before", next, "size", slice.size())),
                found == null ? null : Proof.of(found), Kind.of(terms),
                Stream.of("jsonl", "csv", "ocsf").map(format -> new Export(format,
                        address("/api/v1/audit/export", terms, Map.of("format", format)))).toList(),
                all, mayErase ? onlySubject(slice) : null);
    }

    // Offered when the search has led to one person who still has a name.
    private static @Nullable String onlySubject(AuditSlice slice) {
        List<String> subjects = slice.items().stream().filter(entry -> entry.who().salt() != null)
                .map(entry -> entry.who().subject()).distinct().toList();
        return subjects.size() == 1 ? subjects.getFirst() : null;
    }

    /// What was typed into a field.
    public String term(String field) {
        return terms.getOrDefault(field, "");
    }

    private static String search(String field, String value) {
        return address("/audit", Map.of(field, value), Map.of());
    }

    private static String address(String path, Map<String, String> terms, Map<String, ?> more) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        terms.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        more.forEach(address::queryParam);
        return address.encode().buildAndExpand(terms).toUriString();
    }
}
