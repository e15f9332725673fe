package dev.tiphys.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// A moment as a page shows it: in UTC, and said so, until the browser tells it in the zone of the person who looks.
///
/// @param moment for the machine
public record When(String words, String moment) {

    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter EXACT = DateTimeFormatter
            .ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /// To the second.
    public static When exact(Instant moment) {
        return new When(EXACT.format(moment), moment.toString());
    }

    public static When of(Instant moment) {
        return new When(WORDS.format(moment), moment.toString());
    }
}
