package dev.tiphys.notification.slack;

import java.util.EnumSet;
import java.util.Set;

import dev.tiphys.approval.ApprovalState;
import dev.tiphys.approval.ApprovalStep;
import dev.tiphys.approval.ApprovalStep.Kind;
import dev.tiphys.approval.ApprovalView;

/// How the steps of a request are told in Slack.
final class StepWords {

    private static final Set<Kind> QUIET = EnumSet.of(Kind.OPENED, Kind.GRANTED, Kind.RELEASED);
    private static final Set<Kind> WORTH_A_REPLY = EnumSet.of(Kind.GRANTED, Kind.REJECTED, Kind.EXPIRED, Kind.VOIDED,
            Kind.REMINDED, Kind.ESCALATED, Kind.ASKED_BACK, Kind.BROKE_GLASS);

    private StepWords() {
    }

    /// Whether the message tells of it; what is a state already is not told twice.
    static boolean isTold(Kind kind) {
        return !QUIET.contains(kind);
    }

    /// Whether people who look at other things should notice it: an edited message does not make itself heard.
    static boolean isWorthAReply(Kind kind) {
        return WORTH_A_REPLY.contains(kind);
    }

    static String word(ApprovalState state) {
        return switch (state) {
            case OPEN -> "waits for approval";
            case GRANTED -> "approved";
            case REJECTED -> "rejected";
            case EXPIRED -> "expired";
            case VOID -> "no longer needed";
        };
    }

    static String state(ApprovalView view) {
        return switch (view.state()) {
            case OPEN -> "🟡 *Waits for approval* " + wanted(view.rules()) + ", until "
                    + SlackText.time(view.expiresAt()) + taken(view);
            case GRANTED -> "✅ *Approved*" + last(view);
            case REJECTED -> "❌ *Rejected*" + last(view);
            case EXPIRED -> "⌛ *Expired*: nobody decided in time. Nothing is done.";
            case VOID -> "⚪ *No longer needed*" + last(view);
        };
    }

    private static String wanted(ApprovalView.Rules rules) {
        String people = rules.quorum() == 1 ? "by one" : "by " + rules.quorum() + " people";
        String groups = rules.asked().isEmpty() ? "" : " of " + SlackText.marked(String.join(", ", rules.asked()), 300);
        return people + groups;
    }

    private static String taken(ApprovalView view) {
        String by = view.takenBy();
        return by == null ? "" : "\n👀 " + SlackText.marked(by, 80) + " is on it";
    }

    private static String last(ApprovalView view) {
        ApprovalStep step = view.ending();
        if (step == null) {
            return "";
        }
        return " by " + SlackText.marked(step.byName(), 60) + ", " + SlackText.time(step.at()) + words(step);
    }

    /// One line about one step.
    static String line(ApprovalStep step) {
        return verb(step) + place(step) + ", " + SlackText.time(step.at()) + words(step);
    }

    private static String verb(ApprovalStep step) {
        String who = SlackText.marked(step.byName(), 60);
        return switch (step.kind()) {
            case OPENED -> who + " asked for it";
            case TAKEN -> "👀 " + who + " is on it";
            case RELEASED -> who + " let go of it";
            case ASKED_BACK -> "💬 " + who + " asks back";
            case ANSWERED -> "💬 " + who + " answered";
            case DELEGATED -> who + " handed it on";
            case REMINDED -> "⏰ Half of the time has passed";
            case ESCALATED -> "⏫ Others are asked, too";
            case APPROVED -> "✅ " + who + " approved";
            case GRANTED -> "✅ *Approved*, the last word by " + who;
            case REJECTED -> "❌ " + who + " rejected it";
            case EXPIRED -> "⌛ Nobody decided in time. Nothing is done";
            case VOIDED -> "⚪ No longer needed";
            case BROKE_GLASS -> "🔨 " + who + " went ahead without approval; somebody else reviews it afterwards";
            case REVIEWED -> who + " reviewed it";
        };
    }

    private static String place(ApprovalStep step) {
        if (step.via().startsWith("slack")) {
            return " in Slack";
        }
        return step.via().startsWith("token") ? " by API" : "";
    }

    private static String words(ApprovalStep step) {
        return step.words().isBlank() ? "" : "\n> " + SlackText.marked(step.words(), 300);
    }
}
