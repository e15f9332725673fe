package dev.tiphys.catalog;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import dev.tiphys.approval.ApprovalChanged;
import dev.tiphys.approval.ApprovalOutcome;
import dev.tiphys.approval.ApprovalState;
import dev.tiphys.approval.ApprovalStep;
import dev.tiphys.approval.ApprovalSubject;
import dev.tiphys.approval.ApprovalSubject.Kind;
import dev.tiphys.approval.Approvals;
import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Actor;

/// Asks people about an order or an action, and lets it begin or ends it when they have decided. A request is about
/// exactly one template and one sheet; when the provider changes either it is void.
@Component
class OrderApprovals {

    private static final Pattern RUN = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Approvals approvals;
    private final LineStore lines;
    private final RunProgress progress;
    private final OrderChanges changes;
    private final CatalogNews news;

    OrderApprovals(Approvals approvals, LineStore lines, RunProgress progress, OrderChanges changes, CatalogNews news) {
        this.approvals = approvals;
        this.lines = lines;
        this.progress = progress;
        this.changes = changes;
        this.news = news;
    }

    static ApprovalSubject subject(Turn turn) {
        return new ApprovalSubject(turn.isOrder() ? Kind.CATALOG_ORDER : Kind.ACTION, turn.instance().toString(),
                turn.run().toString());
    }

    /// Ends the request when it asks for something that cannot be any more.
    void review(Turn turn) {
        String change = changes.since(turn);
        if (!change.isEmpty()) {
            approvals.close(subject(turn), change);
        }
    }

    /// Nobody has to decide any more.
    void withdraw(Turn turn, String who) {
        approvals.close(subject(turn), who + " has withdrawn it.");
    }

    @EventListener
    void tellPages(ApprovalChanged changed) {
        find(changed.subject()).ifPresent(turn -> news.changed(turn.instance()));
    }

    @EventListener
    void enter(ApprovalOutcome outcome) {
        find(outcome.subject()).ifPresent(turn -> {
            String change = outcome.state() == ApprovalState.GRANTED ? changes.since(turn) : words(outcome);
            if (change.isEmpty()) {
                ApprovalStep last = outcome.last();
                progress.approved(turn, ActionTaken.by(new Actor(last.bySubject(), last.byName(), last.via()),
                        "catalog.approved", "instance", turn.instance().toString()).underPlan(outcome.planHash()));
            } else {
                progress.unmade(turn.run(), change);
            }
        });
    }

    private static String words(ApprovalOutcome outcome) {
        String words = outcome.last().words();
        return switch (outcome.state()) {
            case REJECTED -> "Rejected by " + outcome.last().byName() + ": " + words;
            case EXPIRED -> "Nobody decided in time, so the request for approval has expired. Ask again if it is needed"
                    + " still.";
            default -> words;
        };
    }

    // Others may ask for orders and actions too; ours name a run.
    private Optional<Turn> find(ApprovalSubject subject) {
        boolean ours = (subject.kind() == Kind.CATALOG_ORDER || subject.kind() == Kind.ACTION)
                && RUN.matcher(subject.part()).matches();
        return ours
                ? lines.find(UUID.fromString(subject.part())).filter(turn -> turn.state() == TurnState.APPROVAL)
                : Optional.empty();
    }
}
