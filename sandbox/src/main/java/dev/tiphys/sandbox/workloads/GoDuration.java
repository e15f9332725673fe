package dev.tiphys.sandbox.workloads;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

/// Durations as the Argo projects write them: a number of seconds, `30`, `10m` or `1h30m`.
final class GoDuration {

    private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|s|m|h)");

    private GoDuration() {
    }

    static Duration parse(JsonNode value, Duration otherwise) {
        if (value.isNumber()) {
            return Duration.ofSeconds(value.asLong());
        }
        String text = value.asString("");
        if (text.isEmpty()) {
            return otherwise;
        }
        return text.chars().allMatch(Character::isDigit) ? Duration.ofSeconds(Long.parseLong(text)) : sum(text);
    }

    private static Duration sum(String text) {
        Matcher part = PART.matcher(text);
        Duration sum = Duration.ZERO;
        while (part.find()) {
            double amount = Double.parseDouble(part.group(1));
            sum = sum.plusMillis((long) (amount * millis(part.group(2))));
        }
        return sum;
    }

    private static long millis(String unit) {
        return switch (unit) {
            case "ms" -> 1;
            case "s" -> 1000;
            case "m" -> 60_000;
            default -> 3_600_000;
        };
    }
}
