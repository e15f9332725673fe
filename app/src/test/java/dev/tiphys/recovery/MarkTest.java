package dev.tiphys.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkTest {

    private static final UUID FIRST = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID SECOND = UUID.fromString("00000000-0000-4000-8000-000000000002");
    private static final Instant AT = Instant.parse("2026-11-27T10:00:00Z");

    private static Mark mark(@Nullable UUID epoch, @Nullable UUID former, long sequence) {
        return new Mark(epoch, former, sequence, AT);
    }

    private static Optional<String> code(Mark database, Mark outside) {
        return database.compareWith(outside).map(Mark.Suspicion::code);
    }

    @Test
    void aDatabaseThatIsNotBehindIsSound() {
        assertThat(code(mark(FIRST, null, 7), mark(FIRST, null, 7))).isEmpty();
        assertThat(code(mark(FIRST, null, 9), mark(FIRST, null, 7))).isEmpty();
    }

    @Test
    void aDatabaseThatIsBehindWasRestored() {
        assertThat(code(mark(FIRST, null, 6), mark(FIRST, null, 7))).contains("older-database");
    }

    @Test
    void anotherDatabaseAndAnEmptyOneAreNoticed() {
        assertThat(code(mark(SECOND, null, 9), mark(FIRST, null, 7))).contains("other-database");
        assertThat(code(mark(null, null, 0), mark(FIRST, null, 7))).contains("other-database");
    }

    @Test
    void afterTheReleaseThisDatabaseIsTheRightOneAndItsBackupsOfBeforeAreNot() {
        Mark released = mark(SECOND, FIRST, 7);

        assertThat(code(released, mark(FIRST, null, 900))).isEmpty();
        assertThat(code(mark(FIRST, null, 6), mark(SECOND, null, 8))).contains("other-database");
    }

    @Test
    void aFileKeepsIt(@TempDir Path folder) {
        FileMarker file = new FileMarker(folder.resolve("mark"));
        assertThat(file.read()).isEmpty();

        file.write(mark(FIRST, SECOND, 7));
        file.write(mark(FIRST, SECOND, 8));

        assertThat(file.read()).contains(mark(FIRST, null, 8));
        assertThat(folder).isDirectoryNotContaining(path -> path.toString().endsWith(".next"));
    }

    @Test
    void whatNobodyCanReadIsNoMark(@TempDir Path folder) throws java.io.IOException {
        assertThat(MarkText.mark(Map.of())).isEmpty();
        assertThat(MarkText.mark(Map.of("epoch", "x", "sequence", "1", "at", AT.toString()))).isEmpty();
        Files.writeString(folder.resolve("mark"), "epoch\n=\nsequence=many");
        assertThat(new FileMarker(folder.resolve("mark")).read()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"accept", "send", "drop"})
    void everyChoiceHasAWord(String word) {
        assertThat(Choice.find(word)).map(Choice::word).contains(word);
    }
}
