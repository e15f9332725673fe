package dev.tiphys.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A Secret as the kubelet mounts it: the file is a link through `..data`, which is turned to another folder.
class BearerTokenTest {

    private static final FileTime SAME = FileTime.from(Instant.parse("2026-11-20T10:00:00Z"));

    private final Path mount;

    BearerTokenTest(@TempDir Path mount) {
        this.mount = mount;
    }

    @BeforeEach
    void mountASecret() throws IOException {
        turn("..2026_1", "token-one");
        Files.createSymbolicLink(mount.resolve("token"), Path.of("..data", "token"));
    }

    private void turn(String folder, String token) throws IOException {
        Path file = Files.createDirectories(mount.resolve(folder)).resolve("token");
        Files.writeString(file, token + "\n");
        Files.setLastModifiedTime(file, SAME);
        Path link = Files.createSymbolicLink(mount.resolve("..data_tmp"), Path.of(folder));
        Files.move(link, mount.resolve("..data"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void noticesThatTheLinkWasTurnedEvenWhenTimeAndSizeAreTheSame() throws IOException {
        BearerToken token = BearerToken.of(null, mount.resolve("token"));
        assertThat(token.get()).isEqualTo("token-one");

        turn("..2026_2", "token-two");

        assertThat(token.get()).isEqualTo("token-two");
    }

    @Test
    void looksAgainWhenItIsRefusedAlthoughTheFileSeemsTheSame() throws IOException {
        BearerToken token = BearerToken.of(null, mount.resolve("token"));
        assertThat(token.get()).isEqualTo("token-one");
        Path file = mount.resolve("..2026_1/token");
        Files.writeString(file, "token-ten\n");
        Files.setLastModifiedTime(file, SAME);

        assertThat(token.renewed("token-one")).isTrue();
        assertThat(token.get()).isEqualTo("token-ten");
        assertThat(token.renewed("token-ten")).isFalse();
    }

    @Test
    void keepsTheFormerTokenInTheInstantInWhichThereIsNone() throws IOException {
        BearerToken token = BearerToken.of(null, mount.resolve("token"));
        assertThat(token.get()).isEqualTo("token-one");

        Files.delete(mount.resolve("..data"));

        assertThat(token.get()).isEqualTo("token-one");
    }

    @Test
    void aTokenInTheConfigurationNeverChanges() {
        BearerToken token = BearerToken.of("fixed", null);

        assertThat(token.get()).isEqualTo("fixed");
        assertThat(token.renewed("fixed")).isFalse();
    }
}
