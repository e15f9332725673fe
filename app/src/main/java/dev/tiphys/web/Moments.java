package dev.tiphys.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

/// Reads the moments that people and programs write: `2026-11-27`, `2026-11-27T10:00` or with seconds and zone; without
/// a zone they are UTC.
public final class Moments {

    private static final Instant EARLIEST = Instant.parse("0000-12-31T23:59:59Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private Moments() {
    }

    /// The beginning of what is meant; null where nothing is written.
    public static @Nullable Instant beginning(String field, @Nullable String text) {
        return moment(field, text, 0);
    }

    /// The end of what is meant: a mere day counts as a whole.
    public static @Nullable Instant end(String field, @Nullable String text) {
        return moment(field, text, 1);
    }

    private static @Nullable Instant moment(String field, @Nullable String text, int daysForADay) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            Instant read = read(text.strip(), daysForADay);
            if (read.isAfter(EARLIEST) && read.isBefore(LATEST)) {
                return read;
            }
        } catch (DateTimeException e) {
            // Said below, as for a time that no calendar has.
        }
        throw new Refusal.Invalid(field, "Write a time such as 2026-11-27 or 2026-11-27T10:00Z.");
    }

    private static Instant read(String text, int daysForADay) {
        if (text.length() == 10) {
            return LocalDate.parse(text).plusDays(daysForADay).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        return text.endsWith("Z") || text.matches(".*[+-]\\d\\d:\\d\\d")
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }
}
