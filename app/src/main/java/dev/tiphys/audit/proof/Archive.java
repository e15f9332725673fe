package dev.tiphys.audit.proof;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import dev.tiphys.audit.AuditTrail;
import dev.tiphys.audit.OwnersEntry;
import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Actor;

/// Removes entries that lie in a file, up to one that a signed checkpoint vouches for. It works with the role that owns
/// the schema: the portal's own has no such right.
public final class Archive {

    private final JdbcClient database;
    private final TransactionTemplate transactions;
    private final CheckpointStore store;
    private final Clock clock;

    public Archive(DataSource owner, Clock clock) {
        this.database = JdbcClient.create(owner);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(owner));
        this.store = new CheckpointStore(database);
        this.clock = clock;
    }

    /// The log that is archived from.
    public AuditTrail trail() {
        return OwnersEntry.trail(database);
    }

    /// Where the last archive ended.
    public Optional<Checkpoint> start() {
        return store.archived();
    }

    /// The last checkpoint that was signed before this moment and is not archived.
    public Optional<Checkpoint> findEnd(Instant until) {
        long archived = start().map(Checkpoint::seq).orElse(0L);
        return store.after(archived).stream().filter(checkpoint -> checkpoint.at().isBefore(until))
                .reduce((earlier, later) -> later);
    }

    /// The checkpoints of an archive: its own, and the one it continues from.
    public List<Checkpoint> checkpoints(Checkpoint end) {
        long archived = start().map(Checkpoint::seq).orElse(0L);
        return store.list().stream()
                .filter(checkpoint -> checkpoint.seq() >= archived && checkpoint.seq() <= end.seq()).toList();
    }

    /// What was written where.
    public record File(String name, String sha256, long entries) {}

    /// Removes what the file holds. That it happened is an entry in the same transaction.
    public void remove(Checkpoint end, File file) {
        transactions.executeWithoutResult(status -> {
            database.sql("insert into audit_archive (seq, at, entries, file, sha256) values (?, ?, ?, ?, ?)")
                    .params(end.seq(), Timestamp.from(clock.instant()), file.entries(), file.name(), file.sha256())
                    .update();
            database.sql("delete from audit_personal where seq <= ?").param(end.seq()).update();
            database.sql("delete from audit_entry where seq <= ?").param(end.seq()).update();
            OwnersEntry.add(database, clock, ActionTaken
                    .by(new Actor("tiphys:owner", "Owner of the database", "command"), "audit.archived", "audit",
                            file.name())
                    .change(file.entries() + " entries up to " + end.seq(), "file " + file.sha256()));
        });
    }
}
