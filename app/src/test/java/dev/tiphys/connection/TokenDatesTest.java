package dev.tiphys.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenDatesTest {

    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");

    private static TokenDates token(String claims) {
        return TokenDates.of("e30." + Base64.getUrlEncoder().withoutPadding()
                .encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".signature");
    }

    private static TokenDates living(long secondsAgo, long secondsAhead) {
        return token("{\"iat\":" + (NOW.getEpochSecond() - secondsAgo) + ",\"exp\":"
                + (NOW.getEpochSecond() + secondsAhead) + "}");
    }

    @Test
    void warnsAWeekBeforeALongLifeEnds() {
        assertThat(living(80 * 86_400, 8 * 86_400).expiresSoon(NOW)).isFalse();
        assertThat(living(80 * 86_400, 6 * 86_400).expiresSoon(NOW)).isTrue();
    }

    @Test
    void warnsOfAServiceAccountsTokenOnlyWhenTheKubeletIsLate() {
        assertThat(living(2880, 720).expiresSoon(NOW)).isFalse();
        assertThat(living(3300, 300).expiresSoon(NOW)).isTrue();
    }

    @Test
    void knowsThatItIsOver() {
        assertThat(living(3600, -1).hasExpired(NOW)).isTrue();
        assertThat(living(3600, 60).hasExpired(NOW)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "opaque", "a.b", "a.!!!.c", "a.bm90IGpzb24.c", "a.eyJleHAiOiJzb29uIn0.c",
            "a.eyJleHAiOjk5OTk5OTk5OTk5OTk5OX0.c", "a.W10.c", "a..c"})
    void aTokenThatTellsNothingIsNoMistake(String token) {
        TokenDates dates = TokenDates.of(token);

        assertThat(dates.expires()).isNull();
        assertThat(dates.expiresSoon(NOW)).isFalse();
        assertThat(dates.hasExpired(NOW)).isFalse();
    }
}
