package dev.tiphys.argo.rollouts;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.tiphys.argo.json.JsonView;

/// When a pause ends by itself.
final class PauseEnd {

    private static final Pattern PART = Pattern.compile("(\\d+)(ms|s|m|h)");
    private static final Pattern WHOLE = Pattern.compile("(?:\\d+(?:ms|s|m|h))+");

    private PauseEnd() {
    }

    static @Nullable Instant of(JsonView rollout, String reason, Instant since) {
        return switch (reason) {
            case "CanaryPauseStep" -> {
                Duration pause = RolloutReader.currentStep(rollout)
                        .map(step -> duration(step.text("pause", "duration"))).orElse(Duration.ZERO);
                yield pause.isZero() ? null : since.plus(pause);
            }
            case "BlueGreenPause" -> {
                int seconds = rollout.number(0, "spec", "strategy", "blueGreen", "autoPromotionSeconds");
                yield seconds == 0 ? null : since.plusSeconds(seconds);
            }
            default -> null;
        };
    }

    /// Reads seconds (`30`) or a Go duration (`1h30m`); anything else is no time at all.
    private static Duration duration(String text) {
        if (text.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        Duration sum = Duration.ZERO;
        if (!WHOLE.matcher(text).matches()) {
            return sum;
        }
        Matcher part = PART.matcher(text);
        while (part.find()) {
            sum = sum.plus(unit(part.group(2)).multipliedBy(Long.parseLong(part.group(1))));
        }
        return sum;
    }

    private static Duration unit(String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(1);
            case "s" -> Duration.ofSeconds(1);
            case "m" -> Duration.ofMinutes(1);
            default -> Duration.ofHours(1);
        };
    }
}
