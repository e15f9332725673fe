package dev.tiphys.audit.evidence;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.tiphys.audit.AuditEntry;
import dev.tiphys.audit.AuditFilter;
import dev.tiphys.audit.AuditSight;
import dev.tiphys.audit.AuditTrail;
import dev.tiphys.audit.proof.Checkpoint;
import dev.tiphys.audit.proof.Checkpoints;

/// The entries about something, and the way from each to the signed checkpoint that covers it.
@Component
class EvidenceProof {

    private final AuditTrail trail;
    private final Checkpoints checkpoints;

    EvidenceProof(AuditTrail trail, Checkpoints checkpoints) {
        this.trail = trail;
        this.checkpoints = checkpoints;
    }

    /// @param links from each entry to its checkpoint, in their order
    record Proof(List<AuditEntry> entries, List<ChainLink> links, List<Checkpoint> checkpoints, String keys) {}

    Proof of(String target, AuditSight sight) {
        checkpoints.signNow();
        List<AuditEntry> entries = new ArrayList<>();
        trail.iterate(AuditFilter.about(target), sight, 0, trail.head().seq()).forEachRemaining(entries::add);
        Map<Checkpoint, Long> first = new LinkedHashMap<>();
        entries.forEach(entry -> checkpoints.findCovering(entry.seq())
                .ifPresent(checkpoint -> first.putIfAbsent(checkpoint, entry.seq())));
        List<ChainLink> links = new ArrayList<>();
        first.forEach((checkpoint, seq) -> addWay(links, seq, checkpoint.seq()));
        return new Proof(entries, links, List.copyOf(first.keySet()), checkpoints.pem());
    }

    private void addWay(List<ChainLink> links, long from, long to) {
        Iterator<AuditEntry> way = trail.iterate(AuditFilter.all(), new AuditSight.Everything(), from - 1, to);
        while (way.hasNext()) {
            links.add(ChainLink.of(way.next()));
        }
    }
}
