package dev.tiphys.audit.outside;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.cd.OperationState;
import dev.tiphys.audit.outside.SeenOperations.Seen;
import dev.tiphys.connection.Connections;
import dev.tiphys.fleet.Fleet;
import dev.tiphys.fleet.FleetApplication;
import dev.tiphys.fleet.FleetChanged;

/// Looks at each operation once when it has finished. The list of Applications tells that there was one, and only the
/// Application itself whose it was, so that one is read from Argo CD.
@Component
class OperationWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OperationWatch.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Set<String> FINISHED = Set.of("Succeeded", "Failed", "Error");

    private final Fleet fleet;
    private final Connections connections;
    private final SeenOperations seen;
    private final OutsideChanges changes;
    private final Map<String, Instant> known = new HashMap<>();
    private final AtomicBoolean news = new AtomicBoolean(true);
    private @Nullable Thread watcher;

    OperationWatch(Fleet fleet, Connections connections, SeenOperations seen, OutsideChanges changes) {
        this.fleet = fleet;
        this.connections = connections;
        this.seen = seen;
        this.changes = changes;
    }

    @EventListener
    void hear(FleetChanged changed) {
        news.set(true);
    }

    @Override
    public void start() {
        watcher = Thread.ofVirtual().name("operation-watch").start(this::watch);
    }

    private void watch() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (news.getAndSet(false)) {
                    look();
                }
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            if (known.isEmpty()) {
                known.putAll(seen.all());
            }
            List<Seen> first = new ArrayList<>();
            for (FleetApplication application : fleet.snapshot().applications()) {
                look(application, first);
            }
            if (!first.isEmpty()) {
                seen.add(first);
                first.forEach(one -> known.put(one.key(), one.startedAt()));
            }
        } catch (RuntimeException failure) {
            log.error("operations could not be looked at", failure);
            news.set(true);
        }
    }

    private void look(FleetApplication application, List<Seen> first) {
        Instant startedAt = application.summary().operationStartedAt();
        if (startedAt == null || !FINISHED.contains(application.summary().operationPhase())) {
            return;
        }
        Seen operation = new Seen(application.argoCd(), application.ref().toString(), startedAt, application.version());
        Instant before = known.get(operation.key());
        if (before == null) {
            first.add(operation);
        } else if (before.isBefore(startedAt)) {
            judge(application, operation);
        }
    }

    private void judge(FleetApplication application, Seen operation) {
        try {
            OperationState state = connections.getArgoCd(application.argoCd()).applications().get(application.ref())
                    .operation();
            if (state != null && Objects.equals(state.startedAt(), operation.startedAt())) {
                changes.judge(application, operation, state);
                known.put(operation.key(), operation.startedAt());
            }
        } catch (ArgoException later) {
            log.debug("the operation of {} is looked at later: {}", application.ref(), later.getMessage());
            news.set(true);
        }
    }

    @Override
    public void stop() {
        if (watcher != null) {
            watcher.interrupt();
            watcher = null;
        }
    }

    @Override
    public boolean isRunning() {
        return watcher != null;
    }
}
