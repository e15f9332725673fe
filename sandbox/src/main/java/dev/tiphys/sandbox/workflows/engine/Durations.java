package dev.tiphys.sandbox.workflows.engine;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Durations as Argo reads them: whole seconds, or Go's `1h2m3s`.
public final class Durations {

    private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|s|m|h|d)");
    private static final Pattern WHOLE = Pattern.compile("(?:\\d+(?:\\.\\d+)?(?:ms|s|m|h|d))+");

    private Durations() {
    }

    /// Reads a duration; empty when it is none.
    public static Optional<Duration> find(String text) {
        if (text.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        if (!WHOLE.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal millis = BigDecimal.ZERO;
        Matcher part = PART.matcher(text);
        while (part.find()) {
            millis = millis.add(new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(unit(part.group(2)))));
        }
        return Optional.of(Duration.ofMillis(millis.longValue()));
    }

    static Duration parse(String text) {
        return find(text).orElseThrow(() -> new WorkflowFault("unable to parse " + text + " as a duration"));
    }

    private static long unit(String unit) {
        return switch (unit) {
            case "ms" -> 1;
            case "s" -> 1000;
            case "m" -> 60_000;
            case "h" -> 3_600_000;
            default -> 86_400_000;
        };
    }

    /// As Argo tells how long it waits: `1 minute 5 seconds`.
    static String inWords(Duration duration) {
        StringBuilder words = new StringBuilder();
        long seconds = Math.max(0, duration.toSeconds());
        append(words, seconds / 86_400, "day");
        append(words, seconds / 3600 % 24, "hour");
        append(words, seconds / 60 % 60, "minute");
        append(words, seconds % 60, "second");
        return words.isEmpty() ? "0 seconds" : words.toString();
    }

    private static void append(StringBuilder words, long count, String unit) {
        if (count > 0) {
            words.append(words.isEmpty() ? "" : " ")
                    .append(String.format(Locale.ROOT, count == 1 ? "%d %s" : "%d %ss", count, unit));
        }
    }
}
