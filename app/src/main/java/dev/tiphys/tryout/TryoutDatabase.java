package dev.tiphys.tryout;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/// A PostgreSQL of its own for the portal, whose data survive a restart. The schema belongs to one role and the portal
/// works as a lesser one, as in production.
final class TryoutDatabase implements AutoCloseable {

    private static final String DATABASE = "tiphys";
    private static final String OWNER = "tiphys_owner";
    private static final String PORTAL = "tiphys_app";

    private final PostgresFolder folder;
    private final EmbeddedPostgres postgres;

    private TryoutDatabase(PostgresFolder folder, EmbeddedPostgres postgres) {
        this.folder = folder;
        this.postgres = postgres;
    }

    static TryoutDatabase start(TryoutSettings settings) throws IOException, InterruptedException, SQLException {
        PostgresFolder folder = PostgresFolder.open(settings);
        EmbeddedPostgres postgres = EmbeddedPostgres.builder().setDataDirectory(folder.path())
                .setOverrideWorkingDirectory(program().toFile()).setCleanDataDirectory(false)
                .setRegisterShutdownHook(false).setPGStartupWait(Duration.ofSeconds(30)).start();
        TryoutDatabase database = new TryoutDatabase(folder, postgres);
        database.createRoles();
        return database;
    }

    // One copy for each user of the machine: a shared one could be written by its first user only.
    private static Path program() {
        return Path.of(System.getProperty("user.home"), ".tiphys", "postgres-program");
    }

    private void createRoles() throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String role : new String[]{OWNER, PORTAL}) {
                if (isMissing(statement, "select from pg_roles where rolname = '" + role + "'")) {
                    statement.execute("create role " + role + " login");
                }
            }
            if (isMissing(statement, "select from pg_database where datname = '" + DATABASE + "'")) {
                statement.execute("create database " + DATABASE + " owner " + OWNER);
            }
        }
    }

    private static boolean isMissing(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }

    /// The portal's settings for this database.
    Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        String url = "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + DATABASE;
        properties.put("spring.datasource.url", url);
        properties.put("spring.datasource.username", PORTAL);
        properties.put("spring.datasource.password", "");
        properties.put("spring.flyway.url", url);
        properties.put("spring.flyway.user", OWNER);
        properties.put("spring.flyway.password", "");
        properties.put("spring.flyway.placeholders.app_role", PORTAL);
        properties.putAll(new TryoutAudit(folder.audit()).properties());
        return properties;
    }

    /// The key by which what is encrypted in this database can be read.
    String identityKey() {
        return folder.identityKey();
    }

    Path folder() {
        return folder.path();
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        folder.close();
    }
}
