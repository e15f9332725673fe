package dev.tiphys.argo;

import java.time.Duration;

/// How a watch keeps itself alive.
///
/// @param firstDelay before the first attempt to reconnect; doubles up to `maxDelay`, with jitter
/// @param relist a stream is cut and everything listed anew this often, since streams lose events by design
/// @param silence a stream that has spoken before and then stays silent this long, without even a keep-alive (every 15
///        s), is taken for dead
public record WatchPolicy(Duration firstDelay, Duration maxDelay, Duration relist, Duration silence) {

    public static final WatchPolicy DEFAULT = new WatchPolicy(Duration.ofMillis(500), Duration.ofSeconds(30),
            Duration.ofMinutes(5), Duration.ofSeconds(60));
}
