package dev.tiphys.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.tiphys.catalog.sheet.Window;

class OpeningsTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Window OFFICE = new Window(
            Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY),
            LocalTime.of(8, 0), LocalTime.of(18, 0), BERLIN, Set.of("update"));
    private static final Window NIGHT = new Window(Set.of(DayOfWeek.SATURDAY), LocalTime.of(22, 0), LocalTime.of(4, 0),
            BERLIN, Set.of());

    private static Optional<Instant> next(Window window, String action, String now) {
        return Openings.next(List.of(window), action, Instant.parse(now));
    }

    @Test
    void anActionOfWhichNoWindowSpeaksMayAlwaysBegin() {
        assertThat(next(OFFICE, "feed", "2026-11-28T03:00:00Z")).isEmpty();
        assertThat(Openings.next(List.of(), "update", Instant.parse("2026-11-28T03:00:00Z"))).isEmpty();
    }

    @Test
    void itOpensInTheZoneOfTheProvider() {
        assertThat(next(OFFICE, "update", "2026-11-27T07:00:00Z")).isEmpty();
        assertThat(next(OFFICE, "update", "2026-11-27T06:59:59Z")).contains(Instant.parse("2026-11-27T07:00:00Z"));
        assertThat(next(OFFICE, "update", "2026-11-27T17:00:00Z")).contains(Instant.parse("2026-11-30T07:00:00Z"));
        assertThat(next(OFFICE, "update", "2026-07-03T16:00:00Z")).contains(Instant.parse("2026-07-06T06:00:00Z"));
    }

    @Test
    void oneThatEndsAfterMidnightHoldsUntilThen() {
        assertThat(next(NIGHT, "delete", "2026-11-29T02:59:00Z")).isEmpty();
        assertThat(next(NIGHT, "delete", "2026-11-29T03:00:00Z")).contains(Instant.parse("2026-12-05T21:00:00Z"));
    }

    @Test
    void whenItOpensItIsOpenAndNotBefore() {
        Random random = new Random(163);
        for (int i = 0; i < 2000; i++) {
            Instant now = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(31_536_000));
            for (Window window : List.of(OFFICE, NIGHT)) {
                Openings.next(List.of(window), "update", now).ifPresent(opens -> {
                    assertThat(opens).isAfter(now);
                    assertThat(Openings.next(List.of(window), "update", opens)).as("at %s", opens).isEmpty();
                    assertThat(Openings.next(List.of(window), "update", opens.minusSeconds(1))).contains(opens);
                });
            }
        }
    }
}
