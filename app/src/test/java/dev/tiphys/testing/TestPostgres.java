package dev.tiphys.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/// One PostgreSQL per JVM, and as many databases with the portal's schema as tests want: each is a copy of a migrated
/// template, which costs some tens of milliseconds. Embedded by default; a container with `-Dtest.postgres=container`
/// where Docker answers.
public final class TestPostgres {

    public static final String OWNER = "tiphys_owner";
    public static final String APP = "tiphys_app";
    public static final String PASSWORD = "secret";

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Server SERVER = start();

    private TestPostgres() {
    }

    /// A database of one's own; the application's role may do there what it may do in production.
    public record Database(String url) {

        public HikariDataSource asApplication() {
            return as(APP);
        }

        public HikariDataSource asOwner() {
            return as(OWNER);
        }

        private HikariDataSource as(String role) {
            return DataSourceBuilder.create().type(HikariDataSource.class).url(url).username(role).password(PASSWORD)
                    .build();
        }
    }

    private record Server(String prefix, String superuser, String password) {

        String url(String database) {
            return prefix + database;
        }

        void run(String database, String... statements) {
            try (Connection connection = DriverManager.getConnection(url(database), superuser, password);
                    Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            } catch (SQLException e) {
                throw new IllegalStateException("The test database does not do as it is told.", e);
            }
        }
    }

    /// A fresh, migrated database.
    public static Database fresh() {
        String name = "test_" + COUNT.incrementAndGet();
        SERVER.run("postgres", "create database " + name + " template tiphys_template owner " + OWNER);
        return new Database(SERVER.url(name));
    }

    private static Server start() {
        Server server = wantsContainer() ? container() : embedded();
        server.run("postgres", "create role " + OWNER + " login password '" + PASSWORD + "'",
                "create role " + APP + " login password '" + PASSWORD + "'",
                "create database tiphys_template owner " + OWNER);
        Flyway.configure().dataSource(server.url("tiphys_template"), OWNER, PASSWORD)
                .placeholders(java.util.Map.of("app_role", APP)).load().migrate();
        return server;
    }

    private static boolean wantsContainer() {
        return "container".equals(System.getProperty("test.postgres"))
                && DockerClientFactory.instance().isDockerAvailable();
    }

    private static Server embedded() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", "200").start();
            return new Server("jdbc:postgresql://localhost:" + postgres.getPort() + "/", "postgres", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL does not start.", e);
        }
    }

    @SuppressWarnings("resource") // the container's own watchdog stops it with the JVM
    private static Server container() {
        PostgreSQLContainer postgres = new PostgreSQLContainer("postgres:18-alpine");
        postgres.start();
        String prefix = "jdbc:postgresql://" + postgres.getHost() + ":" + postgres.getFirstMappedPort() + "/";
        return new Server(prefix, postgres.getUsername(), postgres.getPassword());
    }
}
