package dev.tiphys.audit;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// Which entries are looked for; whatever is absent does not narrow.
public record AuditFilter(@Nullable String actor, @Nullable String code, @Nullable String targetKind,
        @Nullable String target, @Nullable String requestId, @Nullable Instant since, @Nullable Instant until,
        @Nullable String q) {

    public static AuditFilter all() {
        return new AuditFilter(null, null, null, null, null, null, null, null);
    }

    /// Entries that contain this text anywhere.
    public static AuditFilter containing(@Nullable String text) {
        return new AuditFilter(null, null, null, null, null, null, null, text);
    }
}
