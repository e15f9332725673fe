package dev.tiphys.promotion.plan;

import java.util.ArrayList;
import java.util.List;

/// Gathers what is wrong with a request, so that it is told at once.
final class Problems {

    private static final int SHOWN = 60;

    private final List<PlanRefused.Problem> found = new ArrayList<>();

    void service(String text) {
        found.add(new PlanRefused.Problem("service", text));
    }

    void version(String text) {
        found.add(new PlanRefused.Problem("version", text));
    }

    void environments(String text) {
        found.add(new PlanRefused.Problem("environments", text));
    }

    /// Refuses when anything was found so far.
    void refuseIfAny() {
        if (!found.isEmpty())
            throw new PlanRefused(found);
    }

    /// What a person typed, short enough to be said back.
    static String quoted(String typed) {
        return "'" + (typed.length() > SHOWN ? typed.substring(0, SHOWN) + "…" : typed) + "'";
    }
}
