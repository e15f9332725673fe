package dev.tiphys.audit.proof;

import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.tiphys.audit.AuditFilter;
import dev.tiphys.audit.AuditSight;
import dev.tiphys.audit.AuditTrail;

/// Follows the chain in the database, past every checkpoint that can be found: those of the database and those outside
/// that can be read back.
@Component
class Verifier {

    private static final Logger log = LoggerFactory.getLogger(Verifier.class);

    private final AuditTrail trail;
    private final CheckpointStore store;
    private final CheckpointKeys keys;
    private final CheckpointTargets targets;
    private final Clock clock;

    Verifier(AuditTrail trail, CheckpointStore store, CheckpointKeys keys, CheckpointTargets targets, Clock clock) {
        this.trail = trail;
        this.store = store;
        this.keys = keys;
        this.targets = targets;
        this.clock = clock;
    }

    /// The whole chain.
    AuditVerification verify() {
        AuditTrail.Head head = trail.head();
        List<Checkpoint> marks = marks();
        Optional<Break> forged = keys.published().findForged(marks);
        ChainProof proof = start(store.archived(), forged.isPresent() ? List.of() : marks);
        return found(proof, forged.or(() -> walk(proof, proof.seen(), head)), head);
    }

    /// The part behind a checkpoint, or the whole before there is any.
    AuditVerification verifyAfter(Optional<Checkpoint> start, AuditTrail.Head head) {
        ChainProof proof = start(start, List.of());
        return found(proof, walk(proof, proof.seen(), head), head);
    }

    private static ChainProof start(Optional<Checkpoint> start, List<Checkpoint> marks) {
        return start.map(mark -> ChainProof.after(mark, marks)).orElseGet(() -> ChainProof.fromBeginning(marks));
    }

    private Optional<Break> walk(ChainProof proof, long after, AuditTrail.Head head) {
        return proof.follow(
                trail.iterate(AuditFilter.all(), new AuditSight.Everything(), after, head.seq()))
                .or(() -> end(proof, head));
    }

    private static Optional<Break> end(ChainProof proof, AuditTrail.Head head) {
        if (proof.seen() != head.seq()) {
            return Optional.of(Break.at(proof.seen() + 1, "is missing, and all after it."));
        }
        return proof.lastHash().equals(head.hash())
                ? Optional.empty()
                : Optional.of(Break.at(proof.seen(), "is not the one the head names."));
    }

    private AuditVerification found(ChainProof proof, Optional<Break> broken, AuditTrail.Head head) {
        String sentence = broken.map(Break::sentence).orElseGet(() -> sentence(head));
        return new AuditVerification(broken.isEmpty(), proof.seen(), null, null,
                broken.map(Break::seq).orElse(null), sentence, proof.lastHash(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private String sentence(AuditTrail.Head head) {
        long archived = store.archived().map(Checkpoint::seq).orElse(0L);
        return archived == 0
                ? "All " + head.seq() + " entries are as they were written, without a gap."
                : "Entries " + (archived + 1) + " to " + head.seq() + " are as they were written, without a gap; those"
                        + " before are archived.";
    }

    private List<Checkpoint> marks() {
        Collection<Checkpoint> marks = new ArrayList<>(store.list());
        for (CheckpointTarget target : targets.all()) {
            try {
                marks.addAll(target.read());
            } catch (IOException | IllegalArgumentException unreadable) {
                log.warn("The checkpoints of {} cannot be read: {}", target.name(), unreadable.getMessage());
            }
        }
        return marks.stream().distinct().toList();
    }
}
