package dev.tiphys.approval.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tiphys.approval.ApprovalStep;
import dev.tiphys.approval.ApprovalView;
import dev.tiphys.approval.Approvals.Word;
import dev.tiphys.web.Age;
import dev.tiphys.web.Refusal;
import dev.tiphys.web.State;
import dev.tiphys.web.Status;

/// States, steps and times of a request in words.
final class Words {

    private Words() {
    }

    static Status status(ApprovalView request, boolean mine, boolean forMe, Instant now) {
        return switch (request.state()) {
            case OPEN -> open(request, mine, forMe);
            case GRANTED -> granted(request, now);
            case REJECTED -> new Status(State.BAD, "Rejected");
            case EXPIRED -> new Status(State.BAD, "Expired");
            case VOID -> new Status(State.IDLE, "Void");
        };
    }

    private static Status open(ApprovalView request, boolean mine, boolean forMe) {
        if (request.standing().questionOpen()) {
            return new Status(State.WAIT, mine ? "Question for you" : "Asked back");
        }
        return new Status(State.WAIT, forMe ? "Waits for you" : "Waits for others");
    }

    private static Status granted(ApprovalView request, Instant now) {
        ApprovalView.Review review = request.standing().review();
        if (review == null || review.done()) {
            return new Status(State.OK, review == null ? "Approved" : "Opened alone, reviewed");
        }
        return review.dueAt().isBefore(now)
                ? new Status(State.BAD, "Review overdue")
                : new Status(State.WAIT, "To review");
    }

    /// What it waits for, or how it ended.
    static String sentence(ApprovalView request) {
        ApprovalStep ending = request.ending();
        if (ending != null) {
            return step(ending) + " by " + ending.byName() + said(ending);
        }
        return missing(request) + (request.takenBy() == null ? "" : "; " + request.takenBy() + " is on it");
    }

    static String missing(ApprovalView request) {
        int left = request.standing().left();
        String people = left == 1 ? "1 more person" : left + " more people";
        List<String> groups = request.standing().groupsLeft();
        return people + " must agree" + (groups.isEmpty() ? "" : ", one from " + String.join(" and one from ", groups));
    }

    static String said(ApprovalStep step) {
        return step.words().isEmpty() ? "" : ": " + step.words();
    }

    static String step(ApprovalStep step) {
        return switch (step.kind()) {
            case OPENED -> "Asked for";
            case TAKEN -> "Is on it";
            case RELEASED -> "Is no longer on it";
            case ASKED_BACK -> "Asked back";
            case ANSWERED -> "Answered";
            case DELEGATED -> "Stands in";
            case REMINDED -> "Reminded";
            case ESCALATED -> "Escalated";
            case APPROVED -> "Agreed";
            case GRANTED -> "Approved";
            case REJECTED -> "Rejected";
            case EXPIRED -> "Expired";
            case VOIDED -> "Void";
            case BROKE_GLASS -> "Broke the glass";
            case REVIEWED -> "Reviewed";
        };
    }

    static State state(ApprovalStep step) {
        return switch (step.kind()) {
            case APPROVED, GRANTED, REVIEWED -> State.OK;
            case REJECTED, EXPIRED, BROKE_GLASS -> State.BAD;
            case REMINDED, ESCALATED, ASKED_BACK -> State.WAIT;
            case TAKEN, ANSWERED, DELEGATED -> State.RUN;
            case OPENED, RELEASED, VOIDED -> State.IDLE;
        };
    }

    /// The time that is left; empty once it has ended.
    static String left(ApprovalView request, Instant now) {
        return request.state().isFinal() ? "" : Age.words(Duration.between(now, request.expiresAt())) + " left";
    }

    /// Reads a word of a form or of JSON.
    static Word word(@Nullable String text) {
        return switch (text == null ? "" : text) {
            case "approve" -> Word.APPROVE;
            case "reject" -> Word.REJECT;
            default -> throw new Refusal.Invalid("decision", "Choose one of approve, reject.");
        };
    }
}
