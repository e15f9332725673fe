package dev.tiphys.catalog;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.tiphys.catalog.sheet.Window;

/// When an action may begin by the provider's maintenance windows. Where no window speaks of an action it always may.
final class Openings {

    private static final int DAYS = 9;

    private Openings() {
    }

    /// When the next window opens; empty when the action may begin now.
    static Optional<Instant> next(List<Window> windows, String action, Instant now) {
        List<Opening> openings = windows.stream()
                .filter(window -> window.actions().isEmpty() || window.actions().contains(action))
                .flatMap(window -> around(window, now)).toList();
        return openings.stream().anyMatch(opening -> opening.holds(now))
                ? Optional.empty()
                : openings.stream().map(Opening::from).filter(from -> from.isAfter(now)).min(Instant::compareTo);
    }

    private record Opening(Instant from, Instant to) {

        boolean holds(Instant moment) {
            return !moment.isBefore(from) && moment.isBefore(to);
        }
    }

    // Yesterday's may last until after midnight.
    private static Stream<Opening> around(Window window, Instant now) {
        LocalDate today = now.atZone(window.zone()).toLocalDate();
        return IntStream.range(-1, DAYS).mapToObj(today::plusDays)
                .filter(day -> window.days().contains(day.getDayOfWeek())).map(day -> on(window, day));
    }

    private static Opening on(Window window, LocalDate day) {
        LocalDate end = window.to().isAfter(window.from()) ? day : day.plusDays(1);
        return new Opening(ZonedDateTime.of(day, window.from(), window.zone()).toInstant(),
                ZonedDateTime.of(end, window.to(), window.zone()).toInstant());
    }
}
