package dev.tiphys.sandbox.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

class SimClockTest {

    private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

    @Test
    void standsStillAtSpeedZeroUntilItIsMovedOn() {
        try (SimClock clock = new SimClock(START, 0)) {
            assertThat(clock.now()).isEqualTo(START);
            clock.advance(Duration.ofMinutes(5));
            assertThat(clock.now()).isEqualTo(START.plusSeconds(300));
        }
    }

    @Test
    void worksInTheOrderOfDueTimeHoweverFarItJumps() throws InterruptedException {
        try (SimClock clock = new SimClock(START, 0)) {
            List<String> seen = new CopyOnWriteArrayList<>();
            CountDownLatch done = new CountDownLatch(3);
            for (int minute : new int[]{3, 1, 2}) {
                clock.schedule(Duration.ofMinutes(minute), () -> {
                    seen.add(minute + " min");
                    done.countDown();
                });
            }
            clock.advance(Duration.ofHours(1));
            assertThat(done.await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(seen).containsExactly("1 min", "2 min", "3 min");
        }
    }

    @Test
    void wakesSleepersWhenTheirTimeHasCome() throws InterruptedException {
        try (SimClock clock = new SimClock(START, 1000)) {
            clock.sleep(Duration.ofSeconds(20));
            assertThat(clock.now()).isAfterOrEqualTo(START.plusSeconds(20));
        }
    }

    @Test
    void refusesToRunBackwards() {
        try (SimClock clock = new SimClock(START, 1)) {
            assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> clock.setSpeed(-1)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
