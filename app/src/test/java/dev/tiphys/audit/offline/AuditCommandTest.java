package dev.tiphys.audit.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import dev.tiphys.audit.AuditEntry;
import dev.tiphys.audit.AuditFixture;
import dev.tiphys.audit.proof.Seals;

/// The offline verifier sees an export, checkpoints and a public key, and nothing else.
class AuditCommandTest {

    private static final Seals SEALS = Seals.fresh();
    private static final AuditFixture AUDIT = new AuditFixture();

    private static List<String> lines = List.of();
    private static String checkpoints = "";

    @TempDir
    Path folder = Path.of("");

    @BeforeAll
    static void writeALog() {
        AUDIT.withEntries(9);
        lines = export();
        AuditEntry fifth = AUDIT.entries().get(4);
        AuditEntry eighth = AUDIT.entries().get(7);
        checkpoints = SEALS.sealed(fifth) + SEALS.sealed(eighth);
    }

    @AfterAll
    static void close() {
        AUDIT.close();
    }

    private static List<String> export() {
        return AUDIT.entries().stream().map(entry -> JsonMapper.shared().writeValueAsString(entry)).toList();
    }

    @BeforeEach
    void handOver() throws IOException {
        write("key.pem", SEALS.publicPem());
        write("checkpoints.jsonl", checkpoints);
    }

    private record Answer(int code, String text) {}

    private Answer verify(List<String> export) throws IOException {
        write("export.jsonl", String.join("\n", export) + "\n");
        return run("verify", "--export", path("export.jsonl"), "--checkpoints", path("checkpoints.jsonl"), "--key",
                path("key.pem"));
    }

    private static Answer run(String... words) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        int code = AuditCommand.run(List.of(words), out, out);
        return new Answer(code, said.toString(StandardCharsets.UTF_8));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private static List<String> changed(UnaryOperator<List<String>> change) {
        return change.apply(new ArrayList<>(lines));
    }

    private void finds(List<String> export, String sentence) throws IOException {
        Answer answer = verify(export);
        assertThat(answer.text()).contains("BROKEN", sentence);
        assertThat(answer.code()).isEqualTo(AuditCommand.BROKEN);
    }

    @Test
    void aWholeLogHolds() throws IOException {
        Answer answer = verify(lines);
        assertThat(answer.text()).contains("OK: entries 1 to 9", "The last checkpoint is of entry 8",
                "not signed yet");
        assertThat(answer.code()).isZero();
    }

    @Test
    void theImagesCommandFindsTheSame() throws Exception {
        PackedPortal image = PackedPortal.in(folder);
        write("export.jsonl", String.join("\n", lines) + "\n");
        assertThat(image.run("audit", "verify", "--export", path("export.jsonl"), "--checkpoints",
                path("checkpoints.jsonl"), "--key", path("key.pem"))).contains("OK: entries 1 to 9").endsWith("exit 0");
        write("export.jsonl", String.join("\n", lines.subList(0, 7)) + "\n");
        assertThat(image.run("audit", "verify", "--export", path("export.jsonl"), "--checkpoints",
                path("checkpoints.jsonl"), "--key", path("key.pem"))).contains("BROKEN")
                .endsWith("exit " + AuditCommand.BROKEN);
    }

    @Test
    void theNextExportContinuesWhereACheckpointVouchesForTheOneBefore() throws IOException {
        assertThat(verify(lines.subList(5, 9)).code()).isZero();
        finds(lines.subList(6, 9), "no checkpoint of entry 6 vouches");
    }

    @Test
    void findsAnAlteredEntry() throws IOException {
        finds(changed(all -> {
            all.set(2, all.get(2).replace("it is a test", "it was nothing"));
            return all;
        }), "Entry 3 was changed");
    }

    @Test
    void findsAReplacedName() throws IOException {
        finds(changed(all -> {
            all.set(2, all.get(2).replace("Tiphys, test", "Mallory"));
            return all;
        }), "Entry 3 was changed");
    }

    @Test
    void findsARemovedEntry() throws IOException {
        finds(changed(all -> {
            all.remove(3);
            return all;
        }), "Entry 4 is missing.");
    }

    @Test
    void findsAPairThatChangedPlaces() throws IOException {
        finds(changed(all -> {
            Collections.swap(all, 3, 4);
            return all;
        }), "Entry 4 is not in its place");
    }

    @Test
    void findsATailThatWasCutOff() throws IOException {
        finds(lines.subList(0, 6), "Entry 7 is missing, and all after it: a checkpoint of entry 8");
    }

    @Test
    void findsALogThatTheOwnerOfTheDatabaseComputedAnew() throws IOException {
        try (AuditFixture other = new AuditFixture()) {
            other.withEntries(9);
            other.tamper("update audit_entry set reason = 'nothing happened' where seq = 2");
            other.computeAnew();
            finds(other.entries().stream().map(entry -> JsonMapper.shared().writeValueAsString(entry)).toList(),
                    "Entry 5 is not the one that was signed");
        }
    }

    @Test
    void findsAForgedCheckpoint() throws IOException {
        write("checkpoints.jsonl", checkpoints.replace("\"seq\":8", "\"seq\":9"));
        finds(lines, "The checkpoint of entry 9");
        write("checkpoints.jsonl", Seals.fresh().sealed(AUDIT.entries().get(4)));
        finds(lines, "is forged");
    }

    @Test
    void refusesALineThatSaysTwoThings() throws IOException {
        Answer answer = verify(changed(all -> {
            all.set(2, all.get(2).replaceFirst("\\{", "{\"code\":\"test.done\","));
            return all;
        }));
        assertThat(answer.code()).isEqualTo(AuditCommand.UNREADABLE);
    }

    @Test
    void saysHowItIsCalled() {
        assertThat(run("verify", "--export", "x").code()).isEqualTo(AuditCommand.MISUSE);
        assertThat(run("verify", "--nonsense", "x").text()).contains("There is no option '--nonsense'",
                "tiphys audit verify");
        assertThat(run().code()).isEqualTo(AuditCommand.MISUSE);
        assertThat(run("verify", "--export", "x", "--checkpoints", "/nowhere/x", "--key", "y").code())
                .isEqualTo(AuditCommand.UNREADABLE);
    }
}
