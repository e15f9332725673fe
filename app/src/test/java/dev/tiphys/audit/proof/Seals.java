package dev.tiphys.audit.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.tiphys.audit.AuditEntry;
import dev.tiphys.audit.AuditFixture;

/// Signs checkpoints for tests of other packages.
public final class Seals {

    private final SigningKey key;

    private Seals(SigningKey key) {
        this.key = key;
    }

    public static Seals fresh() {
        return new Seals(SigningKey.ofPem(TestKeys.pem()));
    }

    /// A checkpoint of this entry as a line of a file.
    public String sealed(AuditEntry entry) {
        return CheckpointLines
                .write(List.of(key.sign(entry.seq(), entry.hash(), Instant.parse("2026-11-27T10:00:00Z"))));
    }

    /// Puts a checkpoint of this entry into the database.
    public void store(AuditFixture audit, long seq) {
        AuditEntry entry = audit.entries().stream().filter(one -> one.seq() == seq).findFirst().orElseThrow();
        new CheckpointStore(audit.database()).add(key.sign(seq, entry.hash(), Instant.parse("2026-11-27T10:00:00Z")));
    }

    /// Follows the chain with this key.
    public AuditVerification verify(AuditFixture audit, Path folder) throws IOException {
        Path pem = Files.writeString(folder.resolve("signing.pem"), publicPem());
        AuditProperties properties = new AuditProperties(null, List.of(pem), Duration.ofMinutes(5),
                Duration.ofHours(24), null, null, null);
        return new Verifier(audit.trail(), new CheckpointStore(audit.database()), new CheckpointKeys(properties),
                new CheckpointTargets(properties), Clock.systemUTC()).verify();
    }

    public String publicPem() {
        return PublicKeys.of(List.of(key.publicKey())).published().getFirst().pem();
    }
}
