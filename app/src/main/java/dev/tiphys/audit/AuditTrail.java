package dev.tiphys.audit;

import java.time.Instant;
import java.util.Iterator;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The log for its readers.
@Component
public class AuditTrail {

    private final AuditQueries queries;

    AuditTrail(AuditQueries queries) {
        this.queries = queries;
    }

    /// The last entry's number and hash.
    public record Head(long seq, String hash) {}

    /// Entries, the newest first.
    ///
    /// @param before only those with a smaller number; null for the newest
    public AuditSlice list(AuditFilter filter, AuditSight sight, @Nullable Long before, int size) {
        AuditSlice slice = queries.list(filter, sight, before, size);
        return sight instanceof AuditSight.Everything
                ? slice
                : new AuditSlice(slice.items().stream().map(AuditEntry::withoutWhereabouts).toList(), slice.size(),
                        slice.next());
    }

    /// Entries in their order, read as they are needed.
    ///
    /// @param after the number before the first
    /// @param last the number of the last
    public Iterator<AuditEntry> iterate(AuditFilter filter, AuditSight sight, long after, long last) {
        Iterator<AuditEntry> entries = queries.iterate(filter, sight, after, last);
        return sight instanceof AuditSight.Everything ? entries : new Iterator<>() {
            @Override
            public boolean hasNext() {
                return entries.hasNext();
            }

            @Override
            public AuditEntry next() {
                return entries.next().withoutWhereabouts();
            }
        };
    }

    public Head head() {
        AuditLog.Head head = queries.head();
        return new Head(head.seq(), head.hash());
    }

    /// The number of the last entry that was written by then; 0 when there was none.
    public long seqAsOf(Instant moment) {
        return queries.seqAsOf(moment);
    }
}
