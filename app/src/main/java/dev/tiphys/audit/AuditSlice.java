package dev.tiphys.audit;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// Some entries, the newest first.
///
/// @param next give this as `before` for those that follow; null at the end
public record AuditSlice(List<AuditEntry> items, int size, @Nullable Long next) {

    public AuditSlice {
        items = List.copyOf(items);
    }
}
