package dev.tiphys.identity.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import dev.tiphys.identity.limit.LimitSettings.Kind;

class BucketsTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-27T10:00:00Z"));
    private final Buckets buckets = new Buckets(new LimitSettings(3, 3, 3, 3, 1),
            ((InstantSource) now::get).withZone(ZoneOffset.UTC));

    @Test
    void refusesWhoAsksTooMuchAndSaysUntilWhen() {
        for (int request = 0; request < 3; request++) {
            assertThat(buckets.take(Kind.TOKEN, "ci")).isEmpty();
        }
        assertThat(buckets.take(Kind.TOKEN, "ci")).contains(Duration.ofSeconds(20));
        assertThat(buckets.take(Kind.TOKEN, "other")).isEmpty();
        assertThat(buckets.take(Kind.ADDRESS, "ci")).isEmpty();
    }

    @Test
    void fillsUpAgain() {
        assertThat(buckets.take(Kind.SIGN_IN, "a")).isEmpty();
        assertThat(buckets.take(Kind.SIGN_IN, "a")).isPresent();
        now.updateAndGet(instant -> instant.plusSeconds(60));
        assertThat(buckets.take(Kind.SIGN_IN, "a")).isEmpty();
    }

    @Test
    void keepsOnlySoManyHoweverManyCome() {
        for (int caller = 0; caller < Buckets.MOST + 500; caller++) {
            buckets.take(Kind.ANONYMOUS, "caller " + caller);
        }
        assertThat(buckets.size()).isEqualTo(Buckets.MOST);
    }
}
