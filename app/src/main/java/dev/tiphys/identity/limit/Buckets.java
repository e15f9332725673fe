package dev.tiphys.identity.limit;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import org.springframework.stereotype.Component;

import dev.tiphys.identity.limit.LimitSettings.Kind;

/// One bucket for each caller. Only so many are kept: the one that was idle longest makes room, and it was full
/// by then.
@Component
class Buckets {

    static final int MOST = 20_000;

    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final LimitSettings settings;
    private final TimeMeter time;
    private final Map<Key, Bucket> buckets = new LinkedHashMap<>(256, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Bucket> eldest) {
            return size() > MOST;
        }
    };

    Buckets(LimitSettings settings, Clock clock) {
        this.settings = settings;
        this.time = new ClockMeter(clock);
    }

    private record Key(Kind kind, String caller) {}

    /// Takes one request out of the caller's bucket; when it is empty, how long until there is another.
    Optional<Duration> take(Kind kind, String caller) {
        ConsumptionProbe probe = bucket(kind, caller).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    int size() {
        synchronized (buckets) {
            return buckets.size();
        }
    }

    private Bucket bucket(Kind kind, String caller) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(new Key(kind, caller), key -> Bucket.builder()
                    .addLimit(limit -> limit.capacity(settings.of(kind)).refillGreedy(settings.of(kind), PERIOD))
                    .withCustomTimePrecision(time).build());
        }
    }

    private record ClockMeter(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
