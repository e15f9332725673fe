package dev.tiphys.audit.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.tiphys.audit.AuditEntry;
import dev.tiphys.audit.AuditFixture;
import dev.tiphys.audit.proof.Seals;

class ArchiveCommandTest {

    @TempDir
    Path folder = Path.of("");

    private final AuditFixture audit = new AuditFixture();
    private final Seals seals = Seals.fresh();

    @AfterEach
    void close() {
        audit.close();
    }

    private AuditCommand.Outcome archive(String file, String until) throws IOException {
        Path key = Files.writeString(folder.resolve("key.pem"), seals.publicPem());
        try (HikariDataSource owner = audit.fresh().asOwner()) {
            return ArchiveCommand.run(Arguments.parse(List.of("--until", until, "--to", folder.resolve(file).toString(),
                    "--key", key.toString()), List.of("--until", "--to", "--key")), owner, Clock.systemUTC());
        }
    }

    @Test
    void whatWasArchivedIsGoneAndVerifiesAndTheRestVerifiesFromThere() throws IOException {
        audit.withEntries(5);
        seals.store(audit, 5);
        audit.withEntries(2);
        AuditCommand.Outcome outcome = archive("first.jsonl", "2099-01-01");

        assertThat(outcome.sentences().toString()).contains("OK: entries 1 to 5", "5 entries were archived");
        assertThat(audit.entries()).extracting(AuditEntry::seq).containsExactly(6L, 7L, 8L);
        assertThat(audit.entries().getLast().code()).isEqualTo("audit.archived");
        assertThat(seals.verify(audit, folder).sentence()).contains("Entries 6 to 8 are as they were written",
                "archived");
        assertThat(OfflineVerifier.says("--export", folder.resolve("first.jsonl").toString(), "--checkpoints",
                folder.resolve("first.jsonl.checkpoints").toString(), "--key", folder.resolve("key.pem").toString()))
                .startsWith("OK: entries 1 to 5");

        seals.store(audit, 8);
        assertThat(archive("second.jsonl", "2099-01-01").sentences().toString()).contains("OK: entries 6 to 8");
        assertThat(seals.verify(audit, folder).ok()).isTrue();
    }

    @Test
    void whatDoesNotVerifyIsNotRemoved() throws IOException {
        audit.withEntries(5);
        seals.store(audit, 5);
        audit.tamper("update audit_entry set reason = 'x' where seq = 2;"
                + "alter table audit_entry enable trigger user");
        assertThat(archive("broken.jsonl", "2099-01-01").sentences().toString()).contains("BROKEN: Entry 2");
        assertThat(audit.entries()).hasSize(5);
    }

    @Test
    void whatWasNotSignedByThenStays() throws IOException {
        audit.withEntries(5);
        seals.store(audit, 5);
        assertThat(archive("none.jsonl", "2020-01-01").ok()).isFalse();
        assertThat(audit.entries()).hasSize(5);
    }

    @Test
    void thePortalItselfCannotArchive() {
        audit.withEntries(2);
        seals.store(audit, 2);
        assertThatThrownBy(() -> audit.database().sql("insert into audit_archive values (2, now(), 2, 'f', repeat('0', 64))")
                .update()).rootCause().hasMessageContaining("permission denied");
    }
}
