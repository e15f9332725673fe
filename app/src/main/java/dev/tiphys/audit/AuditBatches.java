package dev.tiphys.audit;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongFunction;

/// Entries in their order, fetched some at a time.
final class AuditBatches implements Iterator<AuditEntry> {

    static final int SIZE = 1000;

    private final LongFunction<List<AuditEntry>> source;
    private Iterator<AuditEntry> batch = Collections.emptyIterator();
    private long last;
    private boolean more = true;

    AuditBatches(long after, LongFunction<List<AuditEntry>> source) {
        this.last = after;
        this.source = source;
    }

    @Override
    public boolean hasNext() {
        if (!batch.hasNext() && more) {
            List<AuditEntry> next = source.apply(last);
            more = next.size() == SIZE;
            batch = next.iterator();
        }
        return batch.hasNext();
    }

    @Override
    public AuditEntry next() {
        AuditEntry entry = batch.next();
        last = entry.seq();
        return entry;
    }
}
