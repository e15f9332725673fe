package dev.tiphys.promotion.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tiphys.web.Age;
import dev.tiphys.web.Fresh;
import dev.tiphys.web.Status;

/// One promotion on its way: what it asks, where each wave stands, and everything that belongs to it behind tabs.
///
/// @param sentence what happens or is waited for; empty when an ask says it
/// @param error why the last decision was refused; empty when none was
/// @param stop null when it cannot be stopped, or not by the person who looks
/// @param live the topics that change this page
/// @param levers to hold it, to let it on, and to roll it back
record PromotionPage(String href, String service, String from, String to, Status status, String requester,
        Age started, String took, String planHash, String workflow, Fresh fresh, String sentence, String error,
        List<Ask> asks,
        int moreAsks, List<WaveCard> waves, @Nullable Stop stop, List<Tab> tabs, Content content, String live,
        Levers levers) {

    public String shortHash() {
        return planHash.length() > 7 ? planHash.substring(0, 7) : planHash;
    }

    /// A question to a person, with all that is needed to answer it.
    ///
    /// @param tail whether the end of its log is shown below the question
    /// @param who who may answer, in words
    /// @param choices empty for a person who may not
    /// @param take address to say "I'm on it"; null where somebody is, or for a person who may not
    /// @param takenBy who is on it
    record Ask(String css, String question, String cause, boolean tail, String who, String action, String wave,
            List<Choice> choices, @Nullable String log, @Nullable String take, @Nullable String takenBy) {}

    /// One answer with its consequence.
    record Choice(String value, String word, String consequence, String css) {}

    /// Stopping it, with what that stops and what stays where.
    record Stop(String action, List<String> consequences) {}

    /// What else can be done about all of it; null where it cannot, or not by the person who looks.
    ///
    /// @param pause where to send that it is held
    /// @param resume where to send that it goes on
    /// @param rollback where the plan back is shown
    /// @param related what it rolls back, and what rolls it back
    record Levers(@Nullable String pause, @Nullable String resume, @Nullable String rollback,
            List<Related> related) {}

    /// Another promotion that belongs to it.
    record Related(String href, String words, boolean isTheWayBack) {}

    record Tab(String label, String count, String href, boolean current) {}

    /// A wave on the board.
    ///
    /// @param strip one entry per target when there are many; empty for few
    record WaveCard(int number, String name, String css, Status status, String size, String gate,
            @Nullable Status gateStatus, List<String> strip, String stripWords, List<TargetCard> targets,
            String more) {}

    /// A target on the board.
    record TargetCard(String cluster, String application, Status status, List<StepMark> steps,
            @Nullable Integer weight, String canaryStep, String reason, @Nullable String log) {}

    record StepMark(String word, String css) {}

    /// What the chosen tab shows.
    sealed interface Content {

        default String tab() {
            return switch (this) {
                case Timeline timeline -> "timeline";
                case Targets targets -> "targets";
                case Text text -> "text";
                case History history -> "audit";
            };
        }
    }

    record Timeline(List<Event> events) implements Content {}

    record Event(Age age, String clock, String what, String sentence, String css) {}

    record Targets(List<TargetLine> lines) implements Content {}

    /// @param rollback where the plan back of this target alone is shown; null when it has not begun, or for a person
    ///        who may not
    record TargetLine(String cluster, String application, String wave, String from, String to, Status status,
            String step, String reason, String took, @Nullable String log, @Nullable String rollback) {}

    record Text(ProgramText text) implements Content {}

    /// @param href of the same in the audit log
    record History(List<Entry> entries, String href) implements Content {}

    /// A row of the audit log.
    record Entry(String clock, String who, String what, String detail) {}
}
