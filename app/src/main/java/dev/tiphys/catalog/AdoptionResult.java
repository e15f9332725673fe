package dev.tiphys.catalog;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/// What became, or would become, of one resource that is to be adopted.
///
/// @param row from 1
/// @param problem why it cannot be; empty when it can
/// @param instance null where nothing was adopted
public record AdoptionResult(int row, Found found, String problem, @Nullable UUID instance) {

    public boolean isGood() {
        return problem.isEmpty();
    }
}
