package dev.tiphys.promotion.plan;

import static java.util.stream.Collectors.joining;

import java.util.List;

/// A request that no plan can be made from, with everything that is wrong about it at once, field by field.
public final class PlanRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public PlanRefused(List<Problem> problems) {
        super(problems.stream().map(Problem::text).collect(joining(" ")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }

    /// One thing that is wrong, and what to do about it.
    ///
    /// @param field `service`, `version` or `environments`
    public record Problem(String field, String text) {}
}
