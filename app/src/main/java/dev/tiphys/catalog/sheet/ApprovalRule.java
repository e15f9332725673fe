package dev.tiphys.catalog.sheet;

import java.math.BigDecimal;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/// When somebody must agree first.
///
/// @param always for each order
/// @param priceAbove for orders that cost more than this; null for no such limit
/// @param environments for orders into one of these
/// @param beyondQuota for orders beyond the team's quota, which are refused otherwise
/// @param actions for each of these actions
public record ApprovalRule(boolean always, @Nullable BigDecimal priceAbove, Set<String> environments,
        boolean beyondQuota, Set<String> actions) {

    public ApprovalRule {
        environments = Set.copyOf(environments);
        actions = Set.copyOf(actions);
    }
}
