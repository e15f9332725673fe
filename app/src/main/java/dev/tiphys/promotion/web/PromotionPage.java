package dev.tiphys.promotion.web;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.tiphys.web.Age;
import dev.tiphys.web.Fresh;
import dev.tiphys.web.NamedLink;
import dev.tiphys.web.Status;
import dev.tiphys.web.When;

/// One promotion on its way: what it asks, where each wave stands, and everything that belongs to it behind tabs.
///
/// @param sentence what happens or is waited for; empty when an ask says it
/// @param error why the last decision was refused; empty when none was
/// @param stop null when it cannot be stopped, or not by the person who looks
/// @param live the topics that change this page
/// @param why it was started
/// @param told where people were told that they are needed; empty when they are not
/// @param levers to hold it, to let it on, and to roll it back
record PromotionPage(String href, String service, String from, String to, Status status, String requester,
        Age started, String took, String planHash, String workflow, Fresh fresh, String sentence, String error,
        List<Ask> asks,
        int moreAsks, List<WaveCard> waves, @Nullable Stop stop, List<Tab> tabs, Content content, String live, Why why,
        List<Told> told, Levers levers, Around around) {

    PromotionPage told(List<Told> where) {
        return new PromotionPage(href, service, from, to, status, requester, started, took, planHash, workflow, fresh,
                sentence, error, asks, moreAsks, waves, stop, tabs, content, live, why, where, levers, around);
    }

    public String shortHash() {
        return planHash.length() > 7 ? planHash.substring(0, 7) : planHash;
    }

    /// Where people were told that they are needed, such as `#approvals`.
    record Told(String where, When at) {}

    /// Why it was started.
    ///
    /// @param outside whether its workflow was submitted past the portal
    record Why(boolean outside, String note, String change) {}

    /// What belongs to it outside of this page.
    ///
    /// @param workflow address of its workflow in Argo; empty when that is not known
    /// @param argoCd addresses in Argo CD by the name of the Application
    /// @param links to compare the versions, and what else the team has written on its Applications
    /// @param summary in Markdown
    record Around(String serviceHref, String workflow, Map<String, String> argoCd, List<NamedLink> links,
            String summary, String summaryHref) {

        public Around {
            argoCd = Map.copyOf(argoCd);
        }

        static Around nothing(String service) {
            return new Around(Links.service(service), "", Map.of(), List.of(), "", "");
        }

        /// The page of an Application in Argo CD; null when that is not known.
        public @Nullable String argoCd(String application) {
            return argoCd.get(application);
        }
    }

    /// A question to a person, with all that is needed to answer it.
    ///
    /// @param tail whether the end of its log has to be asked for, since it is not kept yet
    /// @param who who may answer, in words
    /// @param denied whether the person who looks may not answer; `who` says why not and whom to ask
    /// @param take address to say "I'm on it"; null where somebody is, or for a person who may not
    /// @param takenBy who is on it
    /// @param release address to give it back; null unless the person who looks is on it
    /// @param told who was told of it, in words; empty while nobody was
    /// @param findings what was measured and is kept, with its limits
    /// @param lines the last lines that are kept of its log; empty without
    record Ask(String css, String question, String cause, boolean tail, String who, String action, String wave,
            List<Choice> choices, boolean denied, @Nullable String log, @Nullable String take, @Nullable String takenBy,
            @Nullable String release, String told, List<String> findings, String lines) {}

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
    /// @param denied what the person who looks may not do about it
    record Levers(@Nullable String pause, @Nullable String resume, @Nullable String rollback,
            List<Related> related, List<Denied> denied) {}

    /// @param label key of the words on its button
    /// @param why not, and whom to ask
    record Denied(String label, String why) {}

    /// Another promotion that belongs to it.
    record Related(String href, String words, boolean isTheWayBack) {}

    record Tab(String label, String count, String href, boolean current) {}

    /// A wave on the board.
    ///
    /// @param answer whether it is complete and the next may start; else what is missing and who can give it
    /// @param strip one cell for each target
    /// @param all address of the list of its clusters; null where nothing leads on
    /// @param targets those that ask, failed or move
    /// @param folds the others, counted
    record WaveCard(int number, String name, String css, Status status, String size, String gate,
            @Nullable Status gateStatus, String answer, List<Cell> strip, String stripWords, @Nullable String all,
            List<TargetCard> targets, List<Fold> folds) {

        private static final int MANY = 8;

        /// Whether its rows have to be short.
        public boolean isMany() {
            return strip.size() > MANY;
        }
    }

    /// One target as a cell.
    record Cell(String css, String title) {}

    /// Targets that have no row of their own.
    record Fold(String words, @Nullable String href) {}

    /// A target on the board.
    record TargetCard(String cluster, String application, Status status, List<StepMark> steps,
            @Nullable Integer weight, String canaryStep, String reason, @Nullable String log) {}

    record StepMark(String word, String css) {}

    /// What the chosen tab shows.
    sealed interface Content {

        default String tab() {
            return switch (this) {
                case Timeline timeline -> "timeline";
                case Clusters clusters -> "clusters";
                case Text text -> "text";
                case History history -> "audit";
            };
        }
    }

    record Timeline(List<Event> events) implements Content {}

    record Event(Age age, String clock, String what, String sentence, String css) {}

    /// All targets.
    ///
    /// @param shown how many of how many, in words
    /// @param all address without any filter
    record Clusters(List<TargetLine> lines, String shown, String q, List<Option> waves, List<Option> states,
            List<Head> heads, String sort, String all, @Nullable String previous,
            @Nullable String next) implements Content {}

    record Option(String value, String label, boolean chosen) {}

    /// A column's head.
    ///
    /// @param href address that sorts by it; null where it does not sort
    /// @param sorted `ascending` or `descending`; null where the list is not sorted by it
    record Head(String label, @Nullable String href, @Nullable String sorted) {}

    /// @param rollback where the plan back of this target alone is shown; null when it has not begun, or for a person
    ///        who may not
    record TargetLine(String cluster, String application, String wave, String from, String to, Status status,
            String step, String reason, String took, @Nullable String log, @Nullable String rollback) {}

    record Text(ProgramText text) implements Content {}

    /// @param href of the same in the audit log
    record History(List<Entry> entries, String href) implements Content {}

    /// A row of the audit log.
    record Entry(When when, String who, String what, String detail) {}
}
