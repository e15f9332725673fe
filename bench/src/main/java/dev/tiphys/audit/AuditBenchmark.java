package dev.tiphys.audit;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Actor;
import dev.tiphys.identity.Scope;

/// How many entries eight writers add in a second, each in a transaction of its own, and how many plain rows of the same
/// size they could insert instead.
public final class AuditBenchmark {

    private static final int WRITERS = 8;
    private static final long WARM_UP = 2_000_000_000L;
    private static final long MEASURED = 6_000_000_000L;
    private static final String APP = "tiphys_app";

    private AuditBenchmark() {
    }

    /// Rows in a second.
    public record Speed(double entries, double plainRows) {

        public double ratio() {
            return plainRows / entries;
        }
    }

    public static Speed measure() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            migrate(postgres);
            try (HikariDataSource pool = new HikariDataSource()) {
                pool.setJdbcUrl(postgres.getJdbcUrl(APP, "postgres"));
                pool.setMaximumPoolSize(WRITERS);
                TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
                JdbcClient database = JdbcClient.create(pool);
                AuditRecorder recorder = new AuditRecorder(new AuditLog(database, Clock.systemUTC()), transactions);
                ActionTaken action = action();
                Runnable entry = () -> transactions.executeWithoutResult(status -> recorder.record(action));
                Runnable plain = () -> transactions.executeWithoutResult(status -> insert(database, action));
                return new Speed(rate(entry), rate(plain));
            }
        }
    }

    private static void migrate(EmbeddedPostgres postgres) throws Exception {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create role " + APP + " login");
            Flyway.configure().dataSource(postgres.getPostgresDatabase()).placeholders(Map.of("app_role", APP)).load()
                    .migrate();
            statement.execute("create table plain_row (seq bigint generated always as identity primary key,"
                    + " at timestamptz not null default now(), code text, subject text, name text, target text,"
                    + " before text, after text, reason text, plan_hash text)");
            statement.execute("grant all on plain_row to " + APP);
        }
    }

    private static ActionTaken action() {
        return ActionTaken.by(new Actor("developer", "Deniz Aksoy", "session"), "target.promoted", "application",
                "shop/checkout-prod-east-17").change("v4", "v5").because("the load test was green")
                .underPlan("ab".repeat(32)).about(Scope.service("checkout", "shop").in("prod-east")).on("prod-east-17");
    }

    private static void insert(JdbcClient database, ActionTaken action) {
        database.sql("insert into plain_row (code, subject, name, target, before, after, reason, plan_hash)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?)").params(action.code(), action.by().subject(), action.by().name(),
                        action.targetId(), String.valueOf(action.from()), String.valueOf(action.to()),
                        String.valueOf(action.reason()), String.valueOf(action.planHash())).update();
    }

    private static double rate(Runnable write) throws Exception {
        count(write, WARM_UP);
        return count(write, MEASURED) * 1e9 / MEASURED;
    }

    private static long count(Runnable write, long nanos) throws Exception {
        long end = System.nanoTime() + nanos;
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<Long>> work = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                work.add(writers.submit(() -> {
                    long written = 0;
                    while (System.nanoTime() < end) {
                        write.run();
                        written++;
                    }
                    return written;
                }));
            }
            long all = 0;
            for (Future<Long> one : work) {
                all += one.get();
            }
            return all;
        }
    }
}
