package dev.tiphys.audit.proof;

import java.util.Optional;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.tiphys.audit.AuditTrail;
import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Actor;
import dev.tiphys.identity.CheckpointSigned;

/// Signs the end of the log, after following what was added since the last checkpoint: what does not hold is
/// never signed.
@Component
class Signing {

    private final AuditTrail trail;
    private final Verifier verifier;
    private final CheckpointStore store;
    private final CheckpointKeys keys;
    private final ApplicationEventPublisher events;

    Signing(AuditTrail trail, Verifier verifier, CheckpointStore store, CheckpointKeys keys,
            ApplicationEventPublisher events) {
        this.trail = trail;
        this.verifier = verifier;
        this.store = store;
        this.keys = keys;
        this.events = events;
    }

    /// Does nothing when nothing was added.
    @Transactional
    public void sign() {
        Optional<Checkpoint> last = store.last();
        AuditTrail.Head head = trail.head();
        if (head.seq() == last.map(Checkpoint::seq).orElse(0L)) {
            return;
        }
        AuditVerification found = verifier.verifyAfter(last, head);
        if (found.ok() && store.lastFound().map(AuditVerification::ok).orElse(true)) {
            store.found(found);
        }
        if (!found.ok()) {
            broken(found);
            return;
        }
        keys.signing().ifPresent(key -> add(key.sign(head.seq(), head.hash(), found.checkedAt())));
    }

    /// Keeps what following the whole chain found.
    @Transactional
    public void note(AuditVerification found) {
        if (found.ok()) {
            store.found(found);
        } else {
            broken(found);
        }
    }

    private void add(Checkpoint checkpoint) {
        if (store.add(checkpoint)) {
            events.publishEvent(new CheckpointSigned(checkpoint.seq(), checkpoint.hash(), checkpoint.at(),
                    checkpoint.keyId(), checkpoint.signature()));
        }
    }

    // On record once, and not again at every look.
    private void broken(AuditVerification found) {
        boolean isNews = store.lastFound()
                .filter(before -> !before.ok() && before.sentence().equals(found.sentence())).isEmpty();
        store.found(found);
        if (isNews) {
            events.publishEvent(ActionTaken.by(Actor.portal("audit"), "audit.broken", "audit",
                    String.valueOf(found.firstBroken())).failed(found.sentence()));
        }
    }
}
