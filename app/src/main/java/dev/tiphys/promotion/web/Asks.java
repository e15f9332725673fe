package dev.tiphys.promotion.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tiphys.promotion.KeptEvidence;
import dev.tiphys.promotion.PromotionView;
import dev.tiphys.promotion.PromotionView.TargetView;
import dev.tiphys.promotion.PromotionView.Waiting;
import dev.tiphys.promotion.PromotionView.WaveView;
import dev.tiphys.promotion.web.PromotionPage.Ask;
import dev.tiphys.promotion.web.PromotionPage.Choice;
import dev.tiphys.web.Age;
import dev.tiphys.web.State;

/// Puts what a promotion asks into questions, with the consequence of each answer.
///
/// @param evidence what is kept of the targets that ask
record Asks(PromotionView promotion, Rights rights, Instant now, List<KeptEvidence> evidence) {

    static final int SHOWN = 3;

    List<Ask> all() {
        List<Ask> asks = new ArrayList<>();
        for (WaveView wave : promotion.waves()) {
            wave.targets().stream().filter(target -> target.phase().equals("ASKS"))
                    .forEach(target -> asks.add(target.continuation() == null
                            ? decision(target, asks.isEmpty() && !target.podName().isEmpty())
                            : new ContinueAsk(promotion, target, target.continuation(), rights, now).ask()));
        }
        if (Waits.approval(promotion) && promotion.waitingFor() != null) {
            asks.add(approval(promotion.waitingFor()));
        }
        return asks;
    }

    private Ask approval(Waiting waiting) {
        long clusters = promotion.waves().stream().filter(wave -> wave.name().equals(waiting.subject()))
                .mapToLong(wave -> wave.targets().size()).sum();
        String version = promotion.version();
        List<Choice> choices = List.of(new Choice("approve", "Approve",
                version + " goes to " + waiting.subject() + " at once", "choice--primary"),
                new Choice("reject", "Reject", "needs a reason; the promotion ends, " + stays(), "choice--danger"));
        boolean may = Waits.mayApprove(promotion, rights);
        return new Ask(State.WAIT.css(), "Shall " + version + " go to " + waiting.subject() + "?",
                Counted.of(clusters, "cluster") + ", waiting for " + Age.of(waiting.since(), now).words()
                        + ". The approval is for exactly this plan" + until(waiting) + ".",
                false, who(waiting, may), Links.promotion(promotion.id()) + "/approval", waiting.subject(), choices,
                !may, null, null, null, null, "", List.of(), "");
    }

    private String until(Waiting waiting) {
        return waiting.until() == null
                ? ""
                : " and expires in " + Age.words(Duration.between(now, waiting.until()));
    }

    private static String sentence(String words) {
        boolean isName = words.split(" ", 2)[0].matches(".*[-/.].*");
        String begun = isName ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
        return begun.endsWith(".") ? begun : begun + ".";
    }

    private String stays() {
        List<String> done = promotion.waves().stream().filter(wave -> wave.phase().equals("SUCCEEDED"))
                .map(WaveView::name).toList();
        return done.isEmpty()
                ? "nothing was changed"
                : String.join(" and ", done) + (done.size() == 1 ? " stays on " : " stay on ") + promotion.version();
    }

    private String who(Waiting waiting, boolean may) {
        String asked = String.join(", ", waiting.who());
        if (may) {
            return "You can decide" + (asked.isEmpty() ? "." : ", as can " + asked + ".");
        }
        if (rights.name().equals(promotion.requester())) {
            return "You asked for it, so somebody else decides" + (asked.isEmpty() ? "." : ": " + asked + ".");
        }
        String why = rights.whyNotApprove(promotion, waiting.subject());
        String known = asked.isEmpty() ? "You may not decide this." : "This is for " + asked + " to decide.";
        return why.isEmpty() ? known : why;
    }

    private Ask decision(TargetView target, boolean tail) {
        boolean may = Waits.mayDecide(promotion, target, rights);
        Waiting waiting = promotion.waitingFor();
        List<String> who = waiting != null && waiting.subject().equals(target.application())
                ? waiting.who()
                : rights.whoSteers(promotion.service(), target.environment());
        String here = Links.target(promotion.id(), target.application());
        boolean mine = rights.name().equals(target.takenBy());
        AskEvidence kept = AskEvidence.of(evidence, target, may);
        return new Ask(State.BAD.css(), "What shall happen to " + target.cluster() + "?", cause(target),
                tail && kept.isEmpty(), may ? deciders(who) : denied(promotion, target, rights, who),
                here + "/decision", "", choices(target), !may, log(target),
                !may || target.takenBy() != null ? null : here + "/take", target.takenBy(),
                mine && may ? here + "/release" : null, "", kept.findings(), kept.lines());
    }

    /// Why the person may not decide about a target, and whom to ask.
    static String denied(PromotionView promotion, TargetView target, Rights rights, List<String> who) {
        String why = rights.whyNotOperate(promotion.service(), target.environment());
        String groups = who.isEmpty() ? "the service's operators" : String.join(", ", who);
        return why.isEmpty() ? "This is for " + groups + " to decide." : why;
    }

    private static String deciders(List<String> who) {
        return "You can decide" + (who.isEmpty() ? "." : ", as can anyone of " + String.join(", ", who) + ".");
    }

    private @Nullable String log(TargetView target) {
        return target.podName().isEmpty() ? null : Links.target(promotion.id(), target.application());
    }

    private String cause(TargetView target) {
        String reason = target.reason().isEmpty() ? "It did not get to " + target.to() : target.reason();
        return sentence(reason) + " The other clusters of its wave go on; the next wave waits.";
    }

    private List<Choice> choices(TargetView target) {
        return List.of(
                new Choice("retry", "Retry",
                        "delivers " + target.to() + " to " + target.cluster() + " again, from the first step", ""),
                new Choice("skip", "Skip",
                        target.cluster() + " is left as it is, the promotion goes on; needs a reason", ""),
                new Choice("abort", "Stop promotion", "nothing more is changed: " + whatStays(), "choice--danger"));
    }

    private String whatStays() {
        List<TargetView> all = promotion.waves().stream().flatMap(wave -> wave.targets().stream()).toList();
        long done = all.stream().filter(target -> target.phase().equals("SUCCEEDED")).count();
        long later = all.stream().filter(target -> target.phase().equals("LATER")).count();
        long between = all.size() - done - later;
        List<String> parts = new ArrayList<>();
        if (done > 0) {
            parts.add(done + " done " + (done == 1 ? "stays" : "stay") + " on " + promotion.version());
        }
        if (between > 0) {
            parts.add(between + " under way " + (between == 1 ? "is left as it is" : "are left as they are"));
        }
        if (later > 0) {
            parts.add(later + " not begun");
        }
        return String.join(", ", parts);
    }
}
