package dev.tiphys.identity;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// Whether somebody may submit a manifest.
///
/// @param namespace where it would run; null when that cannot be told
/// @param reasons everything that speaks against it; empty when it is allowed
public record WorkflowVerdict(boolean allowed, @Nullable String namespace, List<String> reasons) {

    public WorkflowVerdict {
        reasons = List.copyOf(reasons);
    }
}
