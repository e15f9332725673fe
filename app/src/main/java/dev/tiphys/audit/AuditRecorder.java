package dev.tiphys.audit;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import dev.tiphys.audit.AuditLog.Note;
import dev.tiphys.identity.ActionTaken;
import dev.tiphys.web.RequestId;

/// Writes what was done into the log, in the transaction that did it: if the entry cannot be written, the deed is
/// rolled back. Outside a transaction the entry gets one of its own.
@Component
class AuditRecorder {

    private final AuditLog log;
    private final TransactionTemplate transactions;

    AuditRecorder(AuditLog log, TransactionTemplate transactions) {
        this.log = log;
        this.transactions = transactions;
    }

    @EventListener
    void record(ActionTaken action) {
        ActionTaken noted = action.requestId() == null ? action.during(RequestId.current().orElse(null)) : action;
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            pending().notes.add(note(noted));
        } else {
            transactions.executeWithoutResult(status -> log.append(List.of(note(noted))));
        }
    }

    private static Note note(ActionTaken action) {
        Whereabouts whereabouts = Whereabouts.current();
        return new Note(action, Personal.fresh(action.by().name(), whereabouts.address(), whereabouts.agent()));
    }

    private Pending pending() {
        @Nullable
        Object bound = TransactionSynchronizationManager.getResource(this);
        if (bound instanceof Pending pending) {
            return pending;
        }
        Pending pending = new Pending();
        TransactionSynchronizationManager.bindResource(this, pending);
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    /// What the running transaction did so far. It is written just before the commit, so that the head of the log is
    /// locked for an instant and not for the length of the deed.
    private final class Pending implements TransactionSynchronization {

        private final List<Note> notes = new ArrayList<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            log.append(notes);
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(AuditRecorder.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(AuditRecorder.this, this);
        }

        @Override
        public void beforeCompletion() {
            TransactionSynchronizationManager.unbindResource(AuditRecorder.this);
        }

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }
    }
}
