package dev.tiphys.audit.proof;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import dev.tiphys.audit.AuditEntry;

/// Follows the chain entry by entry, past the checkpoints on its way, and stops at the first that does not fit. The
/// same walk serves the portal and the offline verifier.
public final class ChainProof {

    private final TreeMap<Long, List<Checkpoint>> marks = new TreeMap<>();
    private long seen;
    private String last;

    private ChainProof(long after, String hash, Collection<Checkpoint> checkpoints) {
        this.seen = after;
        this.last = hash;
        checkpoints.stream().filter(checkpoint -> checkpoint.seq() >= after).forEach(
                checkpoint -> marks.computeIfAbsent(checkpoint.seq(), seq -> new ArrayList<>()).add(checkpoint));
    }

    /// @param checkpoints whose signatures have been checked
    public static ChainProof fromBeginning(Collection<Checkpoint> checkpoints) {
        return new ChainProof(0, AuditEntry.BEGINNING, checkpoints);
    }

    /// Begins behind an entry that a checkpoint vouches for.
    public static ChainProof after(Checkpoint start, Collection<Checkpoint> checkpoints) {
        return new ChainProof(start.seq(), start.hash(), checkpoints);
    }

    /// Follows all of them to their end.
    public Optional<Break> follow(Iterator<AuditEntry> entries) {
        while (entries.hasNext()) {
            Optional<Break> broken = next(entries.next());
            if (broken.isPresent()) {
                return broken;
            }
        }
        return cutOff();
    }

    Optional<Break> next(AuditEntry entry) {
        Optional<Break> broken = look(entry);
        if (broken.isEmpty()) {
            seen = entry.seq();
            last = entry.hash();
        }
        return broken;
    }

    private Optional<Break> look(AuditEntry entry) {
        if (entry.seq() <= seen) {
            return Optional.of(Break.at(entry.seq(), "stands behind entry " + seen + ": the order was changed."));
        }
        if (entry.seq() != seen + 1) {
            return Optional.of(Break.at(seen + 1, "is missing."));
        }
        if (!entry.prevHash().equals(last)) {
            return Optional.of(Break.at(entry.seq(), "does not follow the entry before it."));
        }
        if (!entry.isIntact()) {
            return Optional.of(Break.at(entry.seq(), "was changed after it was written."));
        }
        return marks.getOrDefault(entry.seq(), List.of()).stream().filter(mark -> !mark.hash().equals(entry.hash()))
                .map(mark -> Break.at(entry.seq(), "is not the one that was signed at " + mark.at()
                        + ": the log was written anew."))
                .findFirst();
    }

    private Optional<Break> cutOff() {
        return Optional.ofNullable(marks.higherEntry(seen)).map(beyond -> Break.at(seen + 1,
                "is missing, and all after it: a checkpoint of entry " + beyond.getKey() + " was signed at "
                        + beyond.getValue().getFirst().at() + "."));
    }

    /// The last entry that holds.
    public long seen() {
        return seen;
    }

    public String lastHash() {
        return last;
    }
}
