package dev.tiphys.approval;

import java.util.UUID;
import java.util.function.Consumer;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Person;
import dev.tiphys.web.Refusal;

/// The one way in which a request changes: locked, written, told, in one transaction. Whoever comes second waits for
/// the lock and then finds what the first has done.
@Component
class ApprovalChanges {

    private final ApprovalRepository requests;
    private final ApprovalViews views;
    private final ApprovalNews news;
    private final TransactionTemplate transactions;

    ApprovalChanges(ApprovalRepository requests, ApprovalViews views, ApprovalNews news,
            TransactionTemplate transactions) {
        this.requests = requests;
        this.views = views;
        this.news = news;
        this.transactions = transactions;
    }

    /// What a person does. A refusal is recorded once the transaction is over, so that a crowd that is refused does not
    /// wait for itself: each would hold one connection and want another.
    ///
    /// @param kind of what the person wants to do, for the record of a refusal
    ApprovalView by(Person person, ApprovalId id, ApprovalStep.Kind kind, Consumer<ApprovalRequest> change) {
        return by(person, id, kind, () -> {
        }, change);
    }

    /// @param right is looked up before the request is: who has none anywhere does not hear whether it is there
    ApprovalView by(Person person, ApprovalId id, ApprovalStep.Kind kind, Runnable right,
            Consumer<ApprovalRequest> change) {
        try {
            right.run();
            return transactions.execute(status -> {
                apply(id.value(), change);
                return views.get(id);
            });
        } catch (Refusal refusal) {
            news.recordRefusal(ActionTaken.by(person, kind.code(), "approval", id.toString()), refusal);
            throw refusal;
        }
    }

    /// What the portal does by itself.
    void byItself(UUID id, Consumer<ApprovalRequest> change) {
        transactions.executeWithoutResult(status -> apply(id, change));
    }

    private void apply(UUID id, Consumer<ApprovalRequest> change) {
        ApprovalRequest request = requests.lock(id)
                .orElseThrow(() -> new Refusal.NotFound("There is no approval request " + id + "."));
        change.accept(request);
        requests.saveAndFlush(request);
        news.tell(request);
    }
}
