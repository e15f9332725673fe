package dev.tiphys.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import dev.tiphys.catalog.sheet.ItemSheet.Lifetime;

class LifespanTest {

    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
    private static final Lifetime MONTH = new Lifetime(Duration.ofDays(10), Duration.ofDays(45), Duration.ofDays(3));

    @Test
    void offersWhatIsUsualWithinTheLongest() {
        assertThat(Lifespan.choices(MONTH)).containsExactly("1d", "3d", "7d", "10d", "14d", "30d", "45d");
        assertThat(Lifespan.choices(null)).isEmpty();
        assertThat(Lifespan.choices(new Lifetime(Duration.ofSeconds(90), Duration.ofHours(36), Duration.ZERO)))
                .containsExactly("90s", "1d", "36h");
    }

    @Test
    void endsAsChosenOrAsTheProviderProposes() {
        assertThat(Lifespan.end(MONTH, "36h", NOW)).isEqualTo("2026-11-28T22:00:00Z");
        assertThat(Lifespan.end(MONTH, "90s", NOW)).isEqualTo("2026-11-27T10:01:30Z");
        assertThat(Lifespan.end(MONTH, "", NOW)).isEqualTo("2026-12-07T10:00:00Z");
        assertThat(Lifespan.end(null, "", NOW)).isNull();
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(Lifespan.problem(MONTH, "")).isEmpty();
        assertThat(Lifespan.problem(MONTH, "45d")).isEmpty();
        assertThat(Lifespan.problem(MONTH, "46d")).contains("At most 45d");
        assertThat(Lifespan.problem(MONTH, "0d")).isNotEmpty();
        assertThat(Lifespan.problem(MONTH, "soon")).isNotEmpty();
        assertThat(Lifespan.problem(null, "1d")).contains("as long as it is wanted");
    }

    @Test
    void warnsBeforeTheEndAndHalfWayToANearOne() {
        assertThat(Lifespan.warning(MONTH, NOW.plus(Duration.ofDays(10)), NOW)).isEqualTo("2026-12-04T10:00:00Z");
        assertThat(Lifespan.warning(MONTH, NOW.plus(Duration.ofHours(2)), NOW)).isEqualTo("2026-11-27T11:00:00Z");
        assertThat(Lifespan.warning(new Lifetime(Duration.ofDays(1), Duration.ofDays(1), Duration.ZERO),
                NOW.plus(Duration.ofDays(1)), NOW)).isNull();
    }
}
