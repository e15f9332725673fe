package dev.tiphys.catalog;

import org.springframework.stereotype.Component;

import dev.tiphys.identity.ActionTaken;
import dev.tiphys.web.Refusal;

/// Carries out what a person decided about something that waits. Of a withdrawal and the turn that comes in the same
/// moment one is first.
@Component
class WaitingEnds {

    private final LineStore lines;
    private final Line line;
    private final OrderApprovals approvals;
    private final RunProgress progress;
    private final CatalogNews news;

    WaitingEnds(LineStore lines, Line line, OrderApprovals approvals, RunProgress progress, CatalogNews news) {
        this.lines = lines;
        this.line = line;
        this.approvals = approvals;
        this.progress = progress;
        this.news = news;
    }

    void withdraw(Turn turn, Instance instance, ActionTaken record, String who) {
        if (turn.state() == TurnState.APPROVAL) {
            approvals.withdraw(turn, who);
        } else if (lines.end(turn.run(), TurnState.QUEUED)) {
            progress.unmade(turn.run(), who + " has withdrawn it.");
        } else {
            throw new Refusal.Conflict("Its turn has come in this moment. Look at the page again.");
        }
        news.record(record.change(null, turn.action()), instance.provider(), instance.team());
    }

    void reorder(Turn turn, Instance instance, Priority priority, ActionTaken record) {
        lines.lockTeam(turn.provider(), turn.item(), turn.team());
        lines.lock(turn.provider(), turn.item());
        if (lines.find(turn.run()).filter(now -> now.state() == TurnState.QUEUED).isEmpty()) {
            throw new Refusal.Conflict("Its turn has come in this moment. Look at the page again.");
        }
        line.reorder(turn, priority);
        news.record(record, instance.provider(), instance.team());
        news.changed(instance.id());
    }
}
