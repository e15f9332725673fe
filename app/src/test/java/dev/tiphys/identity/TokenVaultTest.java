package dev.tiphys.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

class TokenVaultTest {

    private static final String OLD = key("an old key, of thirty-two bytes!");
    private static final String NEW = key("a new key, also thirty-two bytes");

    @Test
    void opensWhatItClosedForTheSamePersonOnly() {
        byte[] sealed = vault(NEW).seal("refresh-token", "ada");
        assertThat(vault(NEW).open(sealed, "ada")).contains("refresh-token");
        assertThat(vault(NEW).open(sealed, "eve")).isEmpty();
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("refresh");
    }

    @Test
    void noticesATamperedText() {
        byte[] sealed = vault(NEW).seal("refresh-token", "ada");
        sealed[sealed.length - 1] ^= 1;
        assertThat(vault(NEW).open(sealed, "ada")).isEmpty();
        assertThat(vault(NEW).open(new byte[3], "ada")).isEmpty();
    }

    @Test
    void neverClosesTwiceAlike() {
        assertThat(vault(NEW).seal("same", "ada")).isNotEqualTo(vault(NEW).seal("same", "ada"));
    }

    @Test
    void opensWithAnOlderKeyAndClosesWithTheFirst() {
        byte[] before = vault(OLD).seal("kept", "ada");
        TokenVault rotated = vault(NEW + "\n" + OLD);
        assertThat(rotated.open(before, "ada")).contains("kept");
        assertThat(vault(OLD).open(rotated.seal("new", "ada"), "ada")).isEmpty();
    }

    @Test
    void wantsAKeyOfTheRightLength() {
        assertThatThrownBy(() -> vault("c2hvcnQ=")).hasMessageContaining("openssl rand -base64 32");
        assertThatThrownBy(() -> vault("")).hasMessageContaining("tiphys.identity.key");
    }

    private static TokenVault vault(String keys) {
        return new TokenVault(new IdentitySettings(keys, null, Duration.ofMinutes(15), Duration.ofHours(1),
                Duration.ofHours(24), Duration.ofSeconds(5), Set.of(), List.of()));
    }

    private static String key(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }
}
