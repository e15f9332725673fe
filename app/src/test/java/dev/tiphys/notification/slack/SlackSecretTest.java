package dev.tiphys.notification.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlackSecretTest {

    @Test
    void aFileIsReadAgainWhenItsLinkTurns(@TempDir Path folder) throws IOException {
        Path first = Files.writeString(folder.resolve("one"), "old\n");
        Path second = Files.writeString(folder.resolve("two"), "new\n");
        Path link = Files.createSymbolicLink(folder.resolve("secret"), first);
        SlackSecret secret = new SlackSecret(null, link);
        assertThat(secret.get()).isEqualTo("old");
        Files.delete(link);
        assertThat(secret.get()).as("while it is gone").isEqualTo("old");
        Files.createSymbolicLink(link, second);
        assertThat(secret.get()).isEqualTo("new");
    }
}
