package dev.tiphys.audit;

import java.time.Clock;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tiphys.identity.ActionTaken;

/// An entry that the owner of the database adds with a command, without a portal.
public final class OwnersEntry {

    private OwnersEntry() {
    }

    /// Call it inside the transaction of the deed.
    public static void add(JdbcClient database, Clock clock, ActionTaken action) {
        new AuditLog(database, clock).append(List.of(AuditLog.Note.of(action)));
    }

    /// The log that the owner's connection leads to.
    public static AuditTrail trail(JdbcClient database) {
        return new AuditTrail(new AuditQueries(database));
    }
}
