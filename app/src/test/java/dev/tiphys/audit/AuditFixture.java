package dev.tiphys.audit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Actor;
import dev.tiphys.testing.TestPostgres;

/// A log on a database of its own, and somebody who owns that database and means ill.
public final class AuditFixture implements AutoCloseable {

    private final TestPostgres.Database fresh = TestPostgres.fresh();
    private final HikariDataSource application = fresh.asApplication();
    private final JdbcClient database = JdbcClient.create(application);
    private final TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(application));
    private final AuditRecorder recorder = new AuditRecorder(new AuditLog(database, Clock.systemUTC()), transactions);

    public JdbcClient database() {
        return database;
    }

    public TransactionTemplate transactions() {
        return transactions;
    }

    public AuditTrail trail() {
        return new AuditTrail(new AuditQueries(database));
    }

    public TestPostgres.Database fresh() {
        return fresh;
    }

    public void record(ActionTaken action) {
        recorder.record(action);
    }

    public void record(String target) {
        record(action(target));
    }

    public AuditFixture withEntries(int count) {
        IntStream.rangeClosed(1, count).forEach(n -> record("target " + n));
        return this;
    }

    public static ActionTaken action(String target) {
        return ActionTaken.by(Actor.portal("test"), "test.done", "thing", target).change("v4", "v5")
                .because("it is a test");
    }

    public List<AuditEntry> entries() {
        List<AuditEntry> all = new ArrayList<>();
        trail().iterate(AuditFilter.all(), new AuditSight.Everything(), 0, Long.MAX_VALUE).forEachRemaining(all::add);
        return all;
    }

    /// With the triggers out of the way, as only the owner can do it.
    public void tamper(String sql) {
        try (HikariDataSource owner = fresh.asOwner()) {
            new JdbcTemplate(owner).execute("alter table audit_entry disable trigger user;"
                    + "alter table audit_personal disable trigger user; alter table audit_head disable trigger user;"
                    + "alter table audit_checkpoint disable trigger user; " + sql);
        }
    }

    /// Computes every hash anew, so that the chain fits what it was changed to.
    public void computeAnew() {
        String last = AuditEntry.BEGINNING;
        for (AuditEntry entry : entries()) {
            AuditEntry anew = new AuditEntry(entry.seq(), entry.format(), entry.at(), entry.code(), entry.outcome(),
                    entry.who(), entry.targetKind(), entry.targetId(), entry.from(), entry.to(), entry.reason(),
                    entry.requestId(), entry.planHash(), entry.about(), last, "").hashed();
            tamper("update audit_entry set prev_hash = decode('" + last + "', 'hex'), hash = decode('" + anew.hash()
                    + "', 'hex') where seq = " + anew.seq());
            last = anew.hash();
        }
        tamper("update audit_head set seq = (select max(seq) from audit_entry), hash = decode('" + last + "', 'hex')");
    }

    @Override
    public void close() {
        application.close();
    }
}
