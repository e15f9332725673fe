package dev.tiphys.approval.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import dev.tiphys.approval.ApprovalInbox;
import dev.tiphys.approval.ApprovalInbox.Box;
import dev.tiphys.approval.ApprovalView;
import dev.tiphys.approval.Approvals;
import dev.tiphys.approval.BreakGlass;
import dev.tiphys.approval.Bulk;
import dev.tiphys.approval.Substitutes;
import dev.tiphys.approval.web.InboxPage.Outcome;
import dev.tiphys.approval.web.InboxPage.Row;
import dev.tiphys.identity.Person;
import dev.tiphys.web.Age;
import dev.tiphys.web.Chip;
import dev.tiphys.web.PageAsk;
import dev.tiphys.web.PageOf;
import dev.tiphys.web.State;
import dev.tiphys.web.Status;

/// Makes the inbox of a person.
@Component
class InboxScreen {

    private final ApprovalInbox inbox;
    private final Approvals approvals;
    private final BreakGlass breakGlass;
    private final Substitutes substitutes;
    private final Clock clock;

    InboxScreen(ApprovalInbox inbox, Approvals approvals, BreakGlass breakGlass, Substitutes substitutes,
            Clock clock) {
        this.inbox = inbox;
        this.approvals = approvals;
        this.breakGlass = breakGlass;
        this.substitutes = substitutes;
        this.clock = clock;
    }

    InboxPage page(Box box, Person person, PageAsk ask, List<Bulk.Result> results, String error) {
        PageOf<ApprovalView> found = inbox.list(box, person, ask);
        long forMe = box == Box.FOR_ME ? found.total() : inbox.forMe(person).size();
        List<Row> rows = found.items().stream().map(request -> row(request, person)).toList();
        return new InboxPage(lead(forMe), forMe == 0, chips(box, forMe), box.word(), rows,
                rows.stream().anyMatch(Row::tick), results.stream().map(InboxScreen::outcome).toList(), error,
                substitutes.standingFor(person).stream().map(absence -> absence.absentName()).toList(),
                rows.size() + " of " + found.total(),
                found.hasPrevious() ? Links.box(box, found.page() - 1) : null,
                found.hasNext() ? Links.box(box, found.page() + 1) : null, "approvals");
    }

    private static String lead(long forMe) {
        if (forMe == 0) {
            return "Nothing waits for you.";
        }
        return forMe == 1 ? "1 request waits for you." : forMe + " requests wait for you.";
    }

    private static List<Chip> chips(Box box, long forMe) {
        return Stream.of(Box.values())
                .map(each -> new Chip(label(each), each == Box.FOR_ME ? forMe : -1, Links.box(each), each == box))
                .toList();
    }

    private static String label(Box box) {
        return switch (box) {
            case FOR_ME -> "For me";
            case MINE -> "I asked for";
            case OPEN -> "All open";
            case DECIDED -> "Decided";
        };
    }

    private Row row(ApprovalView request, Person person) {
        Instant now = clock.instant();
        boolean decides = approvals.mayDecide(request, person).allowed();
        boolean reviews = breakGlass.mayReview(request, person).allowed();
        boolean mine = request.wish().requester().subject().equals(person.subject());
        Instant since = request.ending() == null ? request.openedAt() : request.ending().at();
        return new Row(request.id().toString(), Links.approval(request.id()), request.wish().title(),
                Words.sentence(request), request.state().isFinal() ? "" : request.wish().risk(),
                Words.status(request, mine, decides, now), request.wish().requester().name(), Age.of(since, now),
                Words.left(request, now), decides && request.standing().bulk(), decides || reviews,
                decides ? "Decide" : reviews ? "Review" : "Open");
    }

    private static Outcome outcome(Bulk.Result result) {
        return new Outcome(result.title(), Links.approval(result.id()),
                new Status(result.done() ? State.OK : State.BAD, result.done() ? "Done" : "Refused"),
                result.sentence());
    }
}
