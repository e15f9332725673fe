package dev.tiphys.promotion;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.promotion.plan.Target;

/// Tells several targets the same: one cluster that does not answer keeps no other from hearing it.
final class EveryTarget {

    private EveryTarget() {
    }

    /// Throws the first failure when all have been told.
    static void tell(List<Target> targets, Consumer<Target> word) {
        List<ArgoException> failures = new ArrayList<>();
        for (Target target : targets) {
            try {
                word.accept(target);
            } catch (ArgoException failure) {
                failures.add(failure);
            }
        }
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
    }
}
