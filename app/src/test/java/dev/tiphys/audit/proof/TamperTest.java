package dev.tiphys.audit.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.tiphys.audit.AuditFixture;
import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.CheckpointSigned;

/// What the owner of the database may try, and what shows it.
class TamperTest {

    @TempDir
    Path folder = Path.of("");

    private final AuditFixture audit = new AuditFixture();
    private final List<Object> events = new ArrayList<>();
    private CheckpointStore store = new CheckpointStore(audit.database());

    @BeforeEach
    void makeAKey() throws IOException {
        Files.writeString(folder.resolve("key.pem"), TestKeys.pem());
    }

    @AfterEach
    void close() {
        audit.close();
    }

    private Checkpoints checkpoints() {
        AuditProperties properties = new AuditProperties(folder.resolve("key.pem"), List.of(), Duration.ofMinutes(5),
                Duration.ofHours(24), folder.resolve("outside"), null, null);
        CheckpointTargets targets = new CheckpointTargets(properties);
        CheckpointKeys keys = new CheckpointKeys(properties);
        Verifier verifier = new Verifier(audit.trail(), store, keys, targets, Clock.systemUTC());
        Signing signing = new Signing(audit.trail(), verifier, store, keys, this::publish);
        return new Checkpoints(verifier, signing, new Anchoring(targets, store, Clock.systemUTC()), store, keys);
    }

    private void publish(Object event) {
        events.add(event);
        if (event instanceof ActionTaken action) {
            audit.record(action);
        }
    }

    private AuditVerification afterTampering(String sql) {
        audit.tamper(sql);
        return checkpoints().verify();
    }

    @Test
    void anEmptyLogHolds() {
        checkpoints().signNow();
        assertThat(checkpoints().verify().ok()).isTrue();
        assertThat(checkpoints().list()).isEmpty();
    }

    @Test
    void whatWasSignedIsSaidWithWhereItLies() {
        audit.withEntries(5);
        checkpoints().signNow();
        AuditVerification found = checkpoints().verify();
        assertThat(found.ok()).isTrue();
        assertThat(found.verifiedUpTo()).isEqualTo(5);
        assertThat(found.anchoredUpTo()).isEqualTo(5);
        assertThat(found.anchoredAt()).isNotNull();
        assertThat(events).hasOnlyElementsOfType(CheckpointSigned.class).hasSize(1);
        assertThat(folder.resolve("outside/checkpoints.jsonl")).content().contains("\"seq\":5");
    }

    @Test
    void nothingNewIsNotSignedAgain() {
        audit.withEntries(2);
        checkpoints().signNow();
        checkpoints().signNow();
        assertThat(checkpoints().list()).hasSize(1);
    }

    @Test
    void aChangedEntryIsFound() {
        audit.withEntries(5);
        AuditVerification found = afterTampering("update audit_entry set target_id = 'another' where seq = 3");
        assertThat(found.firstBroken()).isEqualTo(3);
        assertThat(found.verifiedUpTo()).isEqualTo(2);
        assertThat(found.sentence()).isEqualTo("Entry 3 was changed after it was written.");
    }

    @Test
    void aChangedNameIsFound() {
        audit.withEntries(3);
        assertThat(afterTampering("update audit_personal set name = 'Mallory' where seq = 2").firstBroken())
                .isEqualTo(2);
    }

    @Test
    void aMissingEntryIsFound() {
        audit.withEntries(5);
        assertThat(afterTampering("delete from audit_personal where seq = 4; delete from audit_entry where seq = 4")
                .sentence()).isEqualTo("Entry 4 is missing.");
    }

    @Test
    void twoEntriesThatChangedPlacesAreFound() {
        audit.withEntries(5);
        assertThat(afterTampering("delete from audit_personal; update audit_entry set seq = 99 where seq = 3;"
                + "update audit_entry set seq = 3 where seq = 4; update audit_entry set seq = 4 where seq = 99")
                .firstBroken()).isEqualTo(3);
    }

    @Test
    void aShortenedLogIsFound() {
        audit.withEntries(5);
        assertThat(afterTampering("delete from audit_personal where seq = 5; delete from audit_entry where seq = 5")
                .sentence()).isEqualTo("Entry 5 is missing, and all after it.");
    }

    @Test
    void aShortenedLogWhoseHeadWasMovedBackIsFoundByTheCheckpointOutside() {
        audit.withEntries(5);
        checkpoints().signNow();
        audit.tamper("delete from audit_personal where seq = 5; delete from audit_entry where seq = 5;"
                + "delete from audit_checkpoint");
        audit.computeAnew();
        assertThat(checkpoints().verify().sentence()).startsWith("Entry 5 is missing, and all after it: a checkpoint");
    }

    @Test
    void aChainThatWasComputedAnewIsFoundByTheCheckpoint() {
        audit.withEntries(5);
        checkpoints().signNow();
        audit.withEntries(2);
        audit.tamper("update audit_entry set reason = 'nothing happened' where seq = 2");
        audit.computeAnew();
        AuditVerification found = checkpoints().verify();
        assertThat(found.firstBroken()).isEqualTo(5);
        assertThat(found.sentence()).contains("is not the one that was signed at");
    }

    @Test
    void aCheckpointThatWasMadeToFitIsFoundToBeForged() {
        audit.withEntries(5);
        checkpoints().signNow();
        audit.tamper("update audit_entry set reason = 'nothing happened' where seq = 2");
        audit.computeAnew();
        audit.tamper("update audit_checkpoint set hash = (select hash from audit_entry where seq = 5)");
        assertThat(checkpoints().verify().sentence()).contains("The checkpoint of entry 5", "is forged",
                "does not fit the key");
    }

    @Test
    void whatDoesNotHoldIsNotSignedAndIsOnRecordOnce() {
        audit.withEntries(3);
        audit.tamper("update audit_entry set reason = 'x' where seq = 2");
        checkpoints().signNow();
        checkpoints().signNow();
        assertThat(checkpoints().list()).isEmpty();
        assertThat(events).singleElement()
                .satisfies(event -> assertThat(((ActionTaken) event).code()).isEqualTo("audit.broken"));
        assertThat(checkpoints().lastVerification().orElseThrow().ok()).isFalse();
    }

    @Test
    void aKeyThatWasChangedIsStillBelievedForWhatItSigned() throws IOException {
        audit.withEntries(2);
        checkpoints().signNow();
        String former = checkpoints().pem();
        Files.writeString(folder.resolve("former.pem"), former);
        Files.writeString(folder.resolve("key.pem"), TestKeys.pem());
        assertThat(checkpoints().verify().sentence()).contains("is not known");
        assertThat(PublicKeys.ofPem(List.of(checkpoints().pem(), former)).findForged(checkpoints().list())).isEmpty();
    }
}
