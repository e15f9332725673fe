package dev.tiphys.web;

import java.time.Duration;
import java.time.Instant;

/// How long ago something was: `4 s`, `9 min`, `3 h`, `12 d`. The moment goes along, so that the page can let the words
/// grow older.
public record Age(String words, String moment) {

    public static Age of(Instant moment, Instant now) {
        return new Age(words(Duration.between(moment, now)), moment.toString());
    }

    /// A duration in its largest unit.
    public static String words(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min";
        }
        return seconds < 48 * 3600 ? seconds / 3600 + " h" : seconds / 86_400 + " d";
    }
}
