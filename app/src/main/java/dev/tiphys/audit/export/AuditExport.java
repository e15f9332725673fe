package dev.tiphys.audit.export;

import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import dev.tiphys.audit.AuditEntry;
import dev.tiphys.audit.AuditFilter;
import dev.tiphys.audit.AuditSight;
import dev.tiphys.audit.AuditTrail;
import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Person;

/// Writes the log out, oldest first. That somebody took it is on record before the first line leaves.
@Component
public class AuditExport {

    private final AuditTrail trail;
    private final ApplicationEventPublisher events;

    AuditExport(AuditTrail trail, ApplicationEventPublisher events) {
        this.trail = trail;
        this.events = events;
    }

    /// What is wanted.
    ///
    /// @param after the cursor: the number of the last entry that one has; 0 for all
    public record Wish(ExportFormat format, AuditFilter filter, long after, String words) {}

    /// Puts the export on record.
    ///
    /// @return the last entry that belongs to it
    public long begin(Person person, Wish wish) {
        long last = trail.head().seq();
        events.publishEvent(ActionTaken.by(person, "audit.exported", "audit", wish.format().word()).change("after " + wish.after(), "up to " + last)
                .because(wish.words().isEmpty() ? null : wish.words()));
        return last;
    }

    public void write(Wish wish, AuditSight sight, long last, Writer out) throws IOException {
        out.write(wish.format().head());
        Iterator<AuditEntry> entries = trail.iterate(wish.filter(), sight, wish.after(), last);
        while (entries.hasNext()) {
            out.write(wish.format().line(entries.next()));
        }
        out.flush();
    }
}
