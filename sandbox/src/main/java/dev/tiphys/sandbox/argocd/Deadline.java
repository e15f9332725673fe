package dev.tiphys.sandbox.argocd;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// When a call must be answered, from its `Grpc-Timeout` header: wall time, since clients wait in it. There is
/// no default.
final class Deadline {

    private static final Pattern TIMEOUT = Pattern.compile("(\\d{1,8})([HMSmun])");
    private static final Duration NEVER = Duration.ofDays(365);

    private final long end;

    private Deadline(Duration timeout) {
        this.end = System.nanoTime() + timeout.toNanos();
    }

    static Deadline of(String header) {
        if (header.isEmpty()) {
            return new Deadline(NEVER);
        }
        Matcher matcher = TIMEOUT.matcher(header);
        if (!matcher.matches()) {
            throw GrpcException.invalid("invalid grpc-timeout: " + header);
        }
        long count = Long.parseLong(matcher.group(1));
        return new Deadline(switch (matcher.group(2)) {
            case "H" -> Duration.ofHours(count);
            case "M" -> Duration.ofMinutes(count);
            case "S" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMillis(count);
            case "u" -> Duration.ofNanos(count * 1_000);
            default -> Duration.ofNanos(count);
        });
    }

    Duration remaining() {
        Duration left = Duration.ofNanos(end - System.nanoTime());
        return left.isNegative() ? Duration.ZERO : left;
    }

    void check() {
        if (remaining().isZero()) {
            throw GrpcException.deadline();
        }
    }
}
