package dev.tiphys.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.tiphys.identity.ActionTaken;

/// Adds entries to the end of the chain. The head row is locked until the transaction ends, so writers queue there and
/// the numbers have no gap.
@Component
class AuditLog {

    private final JdbcClient database;
    private final Clock clock;

    AuditLog(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// The last entry's number and hash.
    record Head(long seq, String hash) {}

    void append(List<ActionTaken> actions) {
        Head head = lockHead();
        for (ActionTaken action : actions) {
            AuditEntry entry = entry(action, head);
            insert(entry);
            head = new Head(entry.seq(), entry.hash());
            move(head);
        }
    }

    private Head lockHead() {
        return database.sql("select seq, encode(hash, 'hex') as hash from audit_head for update").query(Head.class)
                .single();
    }

    private AuditEntry entry(ActionTaken action, Head head) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        AuditEntry.Who who = new AuditEntry.Who(action.by().subject(), action.by().name(), action.by().via());
        AuditEntry open = new AuditEntry(head.seq() + 1, now, action.code(), action.outcome().name(), who,
                action.targetKind(), action.targetId(), action.from(), action.to(), action.reason(),
                action.requestId(), action.planHash(), head.hash(), "");
        return new AuditEntry(open.seq(), now, open.code(), open.outcome(), who, open.targetKind(), open.targetId(),
                open.from(), open.to(), open.reason(), open.requestId(), open.planHash(), open.prevHash(),
                AuditChain.hash(open));
    }

    private void insert(AuditEntry entry) {
        HexFormat hex = HexFormat.of();
        database.sql("""
                insert into audit_entry (seq, at, code, outcome, actor_subject, actor_name, actor_via, target_kind,
                    target_id, from_value, to_value, reason, request_id, plan_hash, prev_hash, hash)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """).param(entry.seq()).param(Timestamp.from(entry.at())).param(entry.code()).param(entry.outcome())
                .param(entry.who().subject()).param(entry.who().name()).param(entry.who().via())
                .param(entry.targetKind()).param(entry.targetId()).param(entry.from()).param(entry.to())
                .param(entry.reason()).param(entry.requestId()).param(entry.planHash())
                .param(hex.parseHex(entry.prevHash())).param(hex.parseHex(entry.hash())).update();
    }

    private void move(Head head) {
        database.sql("update audit_head set seq = ?, hash = ?").param(head.seq())
                .param(HexFormat.of().parseHex(head.hash())).update();
    }
}
