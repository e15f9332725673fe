package dev.tiphys.audit;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// Which entries are looked for; whatever is absent does not narrow.
///
/// @param actor a subject, or a name as it is shown
/// @param code a code, or the beginning of one such as `promotion`
/// @param outcome `DONE`, `REFUSED` or `FAILED`
/// @param target what was done something to, or what it was a part of, such as a promotion's id
/// @param asOf the log as it stood when this entry was its last
public record AuditFilter(@Nullable String actor, @Nullable String code, @Nullable String outcome,
        @Nullable String service, @Nullable String environment, @Nullable String targetKind,
        @Nullable String target, @Nullable String requestId, @Nullable Instant since, @Nullable Instant until,
        @Nullable Long asOf, @Nullable String q) {

    public AuditFilter {
        actor = strip(actor);
        code = strip(code);
        outcome = strip(outcome);
        service = strip(service);
        environment = strip(environment);
        targetKind = strip(targetKind);
        target = strip(target);
        requestId = strip(requestId);
        q = strip(q);
    }

    public static AuditFilter all() {
        return containing(null);
    }

    /// Entries that contain this text anywhere.
    public static AuditFilter containing(@Nullable String text) {
        return new AuditFilter(null, null, null, null, null, null, null, null, null, null, null, text);
    }

    /// Entries with this code, or whose code begins with it.
    public static AuditFilter withCode(String code) {
        return new AuditFilter(null, code, null, null, null, null, null, null, null, null, null, null);
    }

    /// Entries about this thing and about its parts.
    public static AuditFilter about(String target) {
        return new AuditFilter(null, null, null, null, null, null, target, null, null, null, null, null);
    }

    private static @Nullable String strip(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
