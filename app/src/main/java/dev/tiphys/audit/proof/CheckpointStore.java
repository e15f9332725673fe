package dev.tiphys.audit.proof;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps checkpoints, how far they have been taken out, and what the last look at the chain found.
@Component
class CheckpointStore {

    private static final String COLUMNS = "select seq, encode(hash, 'hex') as hash, at, key_id, signature"
            + " from audit_checkpoint ";

    private final JdbcClient database;

    CheckpointStore(JdbcClient database) {
        this.database = database;
    }

    /// How far a place outside has been told.
    record Anchor(String target, long seq, @Nullable Instant at, String trouble) {}

    /// Whether this checkpoint is new.
    boolean add(Checkpoint checkpoint) {
        return database.sql("""
                insert into audit_checkpoint (seq, hash, at, key_id, signature) values (?, ?, ?, ?, ?)
                on conflict do nothing
                """).params(checkpoint.seq(), HexFormat.of().parseHex(checkpoint.hash()),
                Timestamp.from(checkpoint.at()), checkpoint.keyId(), checkpoint.signature()).update() == 1;
    }

    List<Checkpoint> list() {
        return after(0);
    }

    /// Those of later entries, in their order.
    List<Checkpoint> after(long seq) {
        return database.sql(COLUMNS + "where seq > ? order by seq").param(seq).query(CheckpointStore::checkpoint)
                .list();
    }

    Optional<Checkpoint> last() {
        return database.sql(COLUMNS + "order by seq desc limit 1").query(CheckpointStore::checkpoint).optional();
    }

    /// The first one that covers this entry.
    Optional<Checkpoint> covering(long seq) {
        return database.sql(COLUMNS + "where seq >= ? order by seq limit 1").param(seq)
                .query(CheckpointStore::checkpoint).optional();
    }

    /// The checkpoint up to which entries were archived.
    Optional<Checkpoint> archived() {
        return database.sql(COLUMNS + "where seq = (select max(seq) from audit_archive)")
                .query(CheckpointStore::checkpoint).optional();
    }

    long anchored(String target) {
        return database.sql("select seq from audit_anchor where target = ?").param(target).query(Long.class).optional()
                .orElse(0L);
    }

    void anchored(String target, long seq, Instant at) {
        database.sql("""
                insert into audit_anchor (target, seq, at) values (?, ?, ?)
                on conflict (target) do update set seq = greatest(audit_anchor.seq, excluded.seq), at = excluded.at,
                    trouble = ''
                """).params(target, seq, Timestamp.from(at)).update();
    }

    void troubled(String target, String trouble) {
        database.sql("""
                insert into audit_anchor (target, trouble) values (?, ?)
                on conflict (target) do update set trouble = excluded.trouble
                """).params(target, trouble).update();
    }

    List<Anchor> anchors() {
        return database.sql("select target, seq, at, trouble from audit_anchor order by target")
                .query(CheckpointStore::anchor).list();
    }

    void found(AuditVerification found) {
        database.sql("""
                insert into audit_check (verified_up_to, head, first_broken, sentence, checked_at)
                values (?, ?, ?, ?, ?)
                on conflict (one) do update set verified_up_to = excluded.verified_up_to, head = excluded.head,
                    first_broken = excluded.first_broken, sentence = excluded.sentence, checked_at = excluded.checked_at
                """).param(found.verifiedUpTo()).param(found.head()).param(found.firstBroken()).param(found.sentence())
                .param(Timestamp.from(found.checkedAt())).update();
    }

    Optional<AuditVerification> lastFound() {
        return database.sql("select verified_up_to, head, first_broken, sentence, checked_at from audit_check")
                .query((row, number) -> new AuditVerification(row.getObject("first_broken") == null,
                        row.getLong("verified_up_to"), null, null, (Long) row.getObject("first_broken"),
                        row.getString("sentence"), row.getString("head"), row.getTimestamp("checked_at").toInstant()))
                .optional();
    }

    private static Checkpoint checkpoint(ResultSet row, int number) throws SQLException {
        return new Checkpoint(row.getLong("seq"), row.getString("hash"), row.getTimestamp("at").toInstant(),
                row.getString("key_id"), row.getString("signature"));
    }

    private static Anchor anchor(ResultSet row, int number) throws SQLException {
        Timestamp at = row.getTimestamp("at");
        return new Anchor(row.getString("target"), row.getLong("seq"), at == null ? null : at.toInstant(),
                row.getString("trouble"));
    }
}
