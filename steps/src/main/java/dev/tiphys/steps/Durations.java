package dev.tiphys.steps;

import java.time.Duration;
import java.util.Locale;

/// Durations as Argo and Go write them.
final class Durations {

    private Durations() {
    }

    /// Reads `90s`, `10m`, `1h30m`; a bare number is seconds.
    static Duration parse(String text) {
        if (text.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        if (!text.matches("(\\d{1,6}h)?(\\d{1,6}m)?(\\d{1,9}s)?") || text.isEmpty()) {
            throw new IllegalArgumentException(text);
        }
        return Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
    }

    static String write(Duration duration) {
        Duration seconds = Duration.ofSeconds(duration.toSeconds());
        return seconds.isZero() ? "0s" : seconds.toString().substring(2).toLowerCase(Locale.ROOT);
    }
}
