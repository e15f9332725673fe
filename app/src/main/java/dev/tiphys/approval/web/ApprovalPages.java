package dev.tiphys.approval.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.tiphys.approval.ApprovalStep;
import dev.tiphys.approval.ApprovalSubject;
import dev.tiphys.approval.ApprovalView;
import dev.tiphys.approval.ApprovalWish;
import dev.tiphys.approval.web.ApprovalPage.Change;
import dev.tiphys.approval.web.ApprovalPage.Decide;
import dev.tiphys.approval.web.ApprovalPage.Event;
import dev.tiphys.approval.web.ApprovalPage.Owed;
import dev.tiphys.approval.web.ApprovalPage.Talk;
import dev.tiphys.identity.Person;
import dev.tiphys.identity.Verdict;
import dev.tiphys.web.Age;
import dev.tiphys.web.State;
import dev.tiphys.web.Status;

/// Makes the page of a request.
///
/// @param glass whether the person could open it alone
/// @param reviews whether the person could be the second one
record ApprovalPages(ApprovalView request, Person person, Verdict verdict, boolean glass, boolean reviews,
        Instant now) {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    ApprovalPage page(Function<ApprovalWish.Change, @Nullable String> compare, String error) {
        ApprovalWish wish = request.wish();
        String href = Links.approval(request.id());
        boolean open = !request.state().isFinal();
        return new ApprovalPage(href, wish.title(), Words.status(request, mine(), verdict.allowed(), now),
                wish.requester().name(), Age.of(request.openedAt(), now), Words.left(request, now),
                request.rules().policy(), wish.planHash(), wish.path(), open ? Words.missing(request) : "",
                open ? wish.risk() : "", who(), open && verdict.allowed() ? decide(href) : null, talk(href),
                request.standing().questionOpen() ? question() : "",
                request.standing().questionOpen() && mine() ? href + "/answer" : null,
                open && glass ? href + "/break-glass" : null, reviews ? href + "/review" : null, owed(),
                wish.changes().stream()
                        .map(change -> new Change(change.what(), change.from(), change.to(), compare.apply(change)))
                        .toList(),
                request.history().reversed().stream().map(this::event).toList(), error,
                "approval-" + request.id());
    }

    private boolean mine() {
        return request.wish().requester().subject().equals(person.subject());
    }

    private String atOnce() {
        return request.wish().subject().kind() == ApprovalSubject.Kind.CATALOG_ORDER
                || request.wish().subject().kind() == ApprovalSubject.Kind.ACTION
                        ? "exactly this begins as soon as its turn has come"
                        : "it goes on at once, in " + count(request.wish().changes().size());
    }

    private static String count(int number) {
        return number == 1 ? "1 place" : number + " places";
    }

    private Decide decide(String href) {
        int left = request.standing().left();
        String yes = left <= 1
                ? atOnce()
                : "then " + (left - 1) + " more must agree";
        return new Decide(href + "/decision", yes, "needs a reason; it ends, and nothing is changed",
                request.rules().reasonRequired());
    }

    private @Nullable Talk talk(String href) {
        if (request.state().isFinal() || !verdict.allowed()) {
            return null;
        }
        String taker = request.standing().takenBySubject();
        boolean own = person.subject().equals(taker);
        return new Talk(own ? null : href + "/take", own ? href + "/release" : null, href + "/question",
                taker != null && !own);
    }

    private String who() {
        ApprovalStep ending = request.ending();
        if (ending != null) {
            return Words.step(ending) + " by " + ending.byName() + Words.said(ending) + ".";
        }
        String asked = request.rules().asked().isEmpty()
                ? "Nobody: no role grants it"
                : String.join(", ", request.rules().asked());
        if (verdict.allowed()) {
            return "You can decide. Asked: " + asked + ".";
        }
        return mine()
                ? "You asked for it, so somebody else decides: " + asked + "."
                : verdict.reason() + " Asked: " + asked + ".";
    }

    private String question() {
        return request.history().stream().filter(step -> step.kind() == ApprovalStep.Kind.ASKED_BACK)
                .reduce((earlier, later) -> later).map(step -> step.byName() + " asks: " + step.words()).orElse("");
    }

    private @Nullable Owed owed() {
        ApprovalView.Review review = request.standing().review();
        if (review == null || review.done()) {
            return null;
        }
        boolean late = review.dueAt().isBefore(now);
        String due = late
                ? "overdue for " + Age.words(Duration.between(review.dueAt(), now))
                : "due in " + Age.words(Duration.between(now, review.dueAt()));
        ApprovalStep ending = Objects.requireNonNull(request.ending());
        return new Owed((late ? State.BAD : State.WAIT).css(), ending.byName()
                + " opened it alone. A second person has to look at it: " + due + ".");
    }

    private Event event(ApprovalStep step) {
        return new Event(Age.of(step.at(), now), CLOCK.format(step.at()), step.byName(),
                step.via().equals("portal") ? "" : step.via(), new Status(Words.state(step), Words.step(step)),
                step.words());
    }
}
