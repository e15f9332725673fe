package dev.tiphys.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Scope;

/// Adds entries to the end of the chain. The head row is locked until the transaction ends, so writers queue there and
/// the numbers have no gap.
@Component
class AuditLog {

    private static final HexFormat HEX = HexFormat.of();

    private final JdbcClient database;
    private final Clock clock;

    AuditLog(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// The last entry's number and hash.
    record Head(long seq, String hash) {}

    /// What is to be written, with what names the person who did it.
    record Note(ActionTaken action, Personal personal) {

        static Note of(ActionTaken action) {
            return new Note(action, Personal.fresh(action.by().name(), null, null));
        }
    }

    void append(List<Note> notes) {
        Head head = lockHead();
        for (Note note : notes) {
            AuditEntry entry = entry(note, head);
            insert(entry, note.personal());
            head = new Head(entry.seq(), entry.hash());
            move(head);
        }
    }

    private Head lockHead() {
        return database.sql("select seq, encode(hash, 'hex') as hash from audit_head for update").query(Head.class)
                .single();
    }

    private AuditEntry entry(Note note, Head head) {
        ActionTaken action = note.action();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Personal personal = note.personal();
        AuditEntry.Who who = new AuditEntry.Who(action.by().subject(), action.by().via(), personal.name(),
                personal.address(), personal.agent(), personal.salt(), personal.hash());
        return new AuditEntry(head.seq() + 1, AuditEntry.FORMAT, now, action.code(), action.outcome().name(), who,
                action.targetKind(), action.targetId(), action.from(), action.to(), action.reason(),
                action.requestId(), action.planHash(), about(action.concern()), head.hash(), "").hashed();
    }

    private static AuditEntry.About about(ActionTaken.Concern concern) {
        Scope scope = concern.scope();
        return new AuditEntry.About(said(scope.service()), said(scope.environment()), said(scope.team()),
                said(scope.provider()), said(concern.cluster()), said(concern.partOf()));
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }

    // Both rows by one statement: while the head is locked every round trip counts.
    private void insert(AuditEntry entry, Personal personal) {
        AuditEntry.About about = entry.about();
        AuditEntry.Who who = entry.who();
        database.sql("""
                with entry as (
                    insert into audit_entry (seq, format, at, code, outcome, actor_subject, actor_via, personal,
                        target_kind, target_id, from_value, to_value, reason, request_id, plan_hash, service,
                        environment, team, provider, cluster, part_of, prev_hash, hash)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    returning seq, actor_subject)
                insert into audit_personal (seq, subject, salt, name, address, agent)
                select seq, actor_subject, ?, ?, ?, ? from entry
                """).param(entry.seq()).param(entry.format()).param(Timestamp.from(entry.at())).param(entry.code())
                .param(entry.outcome()).param(who.subject()).param(who.via())
                .param(HEX.parseHex(Objects.requireNonNull(who.personal()))).param(entry.targetKind())
                .param(entry.targetId()).param(entry.from()).param(entry.to()).param(entry.reason())
                .param(entry.requestId()).param(entry.planHash()).param(about.service()).param(about.environment())
                .param(about.team()).param(about.provider()).param(about.cluster()).param(about.partOf())
                .param(HEX.parseHex(entry.prevHash())).param(HEX.parseHex(entry.hash()))
                .param(HEX.parseHex(personal.salt())).param(personal.name()).param(personal.address())
                .param(personal.agent()).update();
    }

    private void move(Head head) {
        database.sql("update audit_head set seq = ?, hash = ?").param(head.seq())
                .param(HEX.parseHex(head.hash())).update();
    }
}
