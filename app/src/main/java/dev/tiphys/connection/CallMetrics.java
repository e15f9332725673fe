package dev.tiphys.connection;

import java.time.Duration;
import java.util.Locale;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.springframework.stereotype.Component;

import dev.tiphys.argo.CallListener;

/// Counts and times every remote call as the metric `tiphys.remote.calls`.
@Component
class CallMetrics implements CallListener {

    private final MeterRegistry meters;

    CallMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void called(String system, String verb, Duration duration, Outcome outcome) {
        Timer.builder("tiphys.remote.calls").tag("system", system).tag("verb", verb)
                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT)).register(meters).record(duration);
    }
}
