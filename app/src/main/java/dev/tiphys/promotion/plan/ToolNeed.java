package dev.tiphys.promotion.plan;

import java.util.List;

/// What promotions need of the hub's tools: the one table of it. A plan is told about the rows that concern it.
///
/// @param tool which one
/// @param since the first version that can do it
/// @param level what an older one means to a plan: whether it may start all the same
/// @param what in words, to follow "needs"
/// @param without what would happen with an older version
public record ToolNeed(Tool tool, String since, Remark.Level level, String what, String without) {

    /// The tools of the hub.
    public enum Tool {
        WORKFLOWS("Argo Workflows"), ARGO_CD("Argo CD");

        private final String label;

        Tool(String label) {
            this.label = label;
        }

        /// Its name for people.
        public String label() {
            return label;
        }
    }

    private static final ToolNeed ANSWERS = new ToolNeed(Tool.WORKFLOWS, "4.0.0", Remark.Level.BLOCKER,
            "questions that take their safe answer when nobody gives one",
            "a gate that is passed over in Argo would end in an error instead of staying closed");
    private static final ToolNeed SKIPPED = new ToolNeed(Tool.WORKFLOWS, "4.0.7", Remark.Level.WARNING,
            "outputs that are absent when a question was never asked",
            "a delivery that went well may be read as one that waits for a decision");
    private static final ToolNeed ACTIONS = new ToolNeed(Tool.ARGO_CD, "3.1.0", Remark.Level.BLOCKER,
            "the actions of rollouts in the form that the portal sends",
            "canaries could not be ended when the promotion is stopped");

    /// All rows, tool by tool.
    public static List<ToolNeed> all() {
        return List.of(ANSWERS, SKIPPED, ACTIONS);
    }

    /// What a version that was told means to this row.
    public enum Verdict {
        MET, NOT_MET, UNKNOWN
    }

    /// @param version as the tool tells it; empty when it was not heard
    public Verdict of(String version) {
        ToolVersion least = ToolVersion.parse(since).orElseThrow();
        return ToolVersion.parse(version)
                .map(known -> known.compareTo(least) < 0 ? Verdict.NOT_MET : Verdict.MET).orElse(Verdict.UNKNOWN);
    }
}
