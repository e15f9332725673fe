package dev.tiphys.tryout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TryoutDatabaseTest {

    @TempDir
    Path folder;

    private TryoutSettings settings(boolean fresh) {
        return new TryoutSettings("demo", 1, 42, null, null, folder.resolve("postgres").toString(), fresh, 0);
    }

    private static Connection connect(TryoutDatabase database, String role) throws SQLException {
        return DriverManager.getConnection(String.valueOf(database.properties().get("spring.datasource.url")), role,
                "");
    }

    private static void write(TryoutDatabase database) throws SQLException {
        try (Connection owner = connect(database, "tiphys_owner"); var statement = owner.createStatement()) {
            statement.execute("create table kept as select 'yes' as answer");
        }
    }

    private static boolean remembers(TryoutDatabase database) throws SQLException {
        try (Connection owner = connect(database, "tiphys_owner");
                var statement = owner.createStatement();
                var rows = statement.executeQuery("select to_regclass('kept') is not null")) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    @Test
    void keepsItsDataOverARestartUntilItIsToldToBeginAfresh() throws Exception {
        try (TryoutDatabase first = TryoutDatabase.start(settings(false))) {
            write(first);
        }
        try (TryoutDatabase second = TryoutDatabase.start(settings(false))) {
            assertThat(remembers(second)).isTrue();
        }
        try (TryoutDatabase fresh = TryoutDatabase.start(settings(true))) {
            assertThat(remembers(fresh)).isFalse();
        }
    }

    @Test
    void doesNotShareItsFolderWithASecondPortal() throws Exception {
        try (TryoutDatabase first = TryoutDatabase.start(settings(false))) {
            assertThat(first.folder()).exists();
            assertThatThrownBy(() -> TryoutDatabase.start(settings(true))).isInstanceOf(SandboxRefusal.class)
                    .hasMessageContaining("in use by another portal");
        }
    }

    @Test
    void endsThePostgresThatAKilledPortalLeft() throws Exception {
        TryoutDatabase killed = TryoutDatabase.start(settings(false));
        write(killed);
        Path pidFile = killed.folder().resolve("postmaster.pid");
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        LeftoverPostgres.end(killed.folder());
        assertThat(ProcessHandle.of(pid).map(ProcessHandle::isAlive)).isNotEqualTo(Optional.of(true));
        killed.close();
        try (TryoutDatabase next = TryoutDatabase.start(settings(false))) {
            assertThat(remembers(next)).isTrue();
        }
    }

    @Test
    void leavesAForeignProcessAloneThatGotTheOldPid() throws Exception {
        Path data = Files.createDirectories(folder.resolve("postgres"));
        Process innocent = new ProcessBuilder("sleep", "60").start();
        try {
            Files.write(data.resolve("postmaster.pid"), List.of(Long.toString(innocent.pid()), data.toString()));
            LeftoverPostgres.end(data);
            assertThat(innocent.isAlive()).isTrue();
        } finally {
            innocent.destroy();
        }
    }

    @Test
    void doesNotEmptyAFolderThatHoldsSomethingElse() throws Exception {
        Path data = Files.createDirectories(folder.resolve("postgres"));
        Files.writeString(data.resolve("thesis.txt"), "years of work");
        assertThatThrownBy(() -> TryoutDatabase.start(settings(true))).isInstanceOf(SandboxRefusal.class);
        assertThat(data.resolve("thesis.txt")).exists();
    }
}
