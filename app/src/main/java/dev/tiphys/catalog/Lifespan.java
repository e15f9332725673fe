package dev.tiphys.catalog;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tiphys.catalog.sheet.ItemSheet.Lifetime;

/// Chooses until when an instance lives, within what its provider allows.
public final class Lifespan {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,6})([smhd])");
    private static final Map<String, Duration> UNITS = Map.of("s", Duration.ofSeconds(1), "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1), "d", Duration.ofDays(1));
    private static final List<Duration> USUAL = Stream.of(1, 3, 7, 14, 30, 60, 90, 180, 365).map(Duration::ofDays)
            .toList();

    private Lifespan() {
    }

    /// What a form offers, the shortest first; empty for an item that lives for as long as it is wanted.
    public static List<String> choices(@Nullable Lifetime ttl) {
        return ttl == null
                ? List.of()
                : Stream.concat(Stream.of(ttl.preset(), ttl.longest()), USUAL.stream())
                        .filter(length -> length.compareTo(ttl.longest()) <= 0).distinct().sorted()
                        .map(Lifespan::text).toList();
    }

    /// In its largest whole unit, such as `30d`.
    public static String text(Duration length) {
        if (length.toSeconds() % 60 != 0) {
            return length.toSeconds() + "s";
        }
        if (length.toMinutes() % 60 != 0) {
            return length.toMinutes() + "m";
        }
        return length.toHours() % 24 == 0 ? length.toDays() + "d" : length.toHours() + "h";
    }

    /// What is wrong with a choice; empty when nothing is. No choice at all is that of the provider.
    static String problem(@Nullable Lifetime ttl, String chosen) {
        if (chosen.isBlank()) {
            return "";
        }
        if (ttl == null) {
            return "It lives for as long as it is wanted, so leave this out.";
        }
        Duration length = parse(chosen);
        if (length == null || length.isZero()) {
            return "Write how long, such as 12h or 30d.";
        }
        return length.compareTo(ttl.longest()) > 0 ? "At most " + text(ttl.longest()) + " is possible." : "";
    }

    /// Null for as long as it is wanted. The choice has to be without a problem.
    static @Nullable Instant end(@Nullable Lifetime ttl, String chosen, Instant now) {
        if (ttl == null) {
            return null;
        }
        Duration length = parse(chosen);
        return now.plus(length == null ? ttl.preset() : length);
    }

    /// When to warn of an end; null for never. Of an end that is nearer than that, in the middle of what is left.
    static @Nullable Instant warning(@Nullable Lifetime ttl, @Nullable Instant end, Instant now) {
        if (ttl == null || end == null || ttl.warning().isZero()) {
            return null;
        }
        Instant planned = end.minus(ttl.warning());
        return planned.isAfter(now) ? planned : now.plus(Duration.between(now, end).dividedBy(2));
    }

    private static @Nullable Duration parse(String text) {
        Matcher found = TEXT.matcher(text.strip());
        return found.matches()
                ? UNITS.getOrDefault(found.group(2), Duration.ZERO).multipliedBy(Long.parseLong(found.group(1)))
                : null;
    }
}
