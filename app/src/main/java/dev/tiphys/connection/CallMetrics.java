package dev.tiphys.connection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.springframework.stereotype.Component;

import dev.tiphys.argo.CallListener;

/// Counts and times every remote call as the metric `tiphys.remote.calls`, and remembers when each system was
/// called last.
@Component
class CallMetrics implements CallListener {

    private final MeterRegistry meters;
    private final Clock clock;
    private final Map<String, Instant> last = new ConcurrentHashMap<>();

    CallMetrics(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public void called(String system, String verb, Duration duration, Outcome outcome) {
        last.put(system, clock.instant());
        Timer.builder("tiphys.remote.calls").tag("system", system).tag("verb", verb)
                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT)).register(meters).record(duration);
    }

    Optional<Instant> lastCall(String system) {
        return Optional.ofNullable(last.get(system));
    }
}
