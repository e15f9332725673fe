package dev.tiphys.rollout;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.cd.ApplicationRef;
import dev.tiphys.argo.cd.ArgoCd;
import dev.tiphys.argo.cd.LiveResources.ResourceRef;
import dev.tiphys.argo.rollouts.RolloutView;
import dev.tiphys.connection.Connections;
import dev.tiphys.fleet.Fleet;
import dev.tiphys.fleet.FleetApplication;

/// Looks every two seconds at the Rollouts of the applications that move: Argo CD's stream does not tell of a canary's
/// steps, and its tree does not refresh on them, so the live object is read, a few at a time.
@Component
class RolloutWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RolloutWatch.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int AT_ONCE = 8;

    private final Fleet fleet;
    private final Connections connections;
    private final RolloutMemory memory;
    private final ApplicationEventPublisher events;
    private final Map<ApplicationRef, Optional<ResourceRef>> names = new ConcurrentHashMap<>();
    private @Nullable Thread watcher;

    RolloutWatch(Fleet fleet, Connections connections, RolloutMemory memory, ApplicationEventPublisher events) {
        this.fleet = fleet;
        this.connections = connections;
        this.memory = memory;
        this.events = events;
    }

    @Override
    public void start() {
        watcher = Thread.ofVirtual().name("rollout-watch").start(this::watch);
    }

    private void watch() {
        try (ExecutorService lookers = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            while (!Thread.currentThread().isInterrupted()) {
                lookAtAll(lookers);
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookAtAll(ExecutorService lookers) throws InterruptedException {
        List<FleetApplication> moving = fleet.snapshot().applications().stream()
                .filter(application -> !application.service().isEmpty() && application.isMoving()).toList();
        var refs = moving.stream().map(FleetApplication::ref).collect(Collectors.toSet());
        memory.keepOnly(refs);
        names.keySet().retainAll(refs);
        for (Future<?> look : moving.stream().<Future<?>>map(one -> lookers.submit(() -> lookAt(one))).toList()) {
            await(look);
        }
    }

    private static void await(Future<?> look) throws InterruptedException {
        try {
            look.get();
        } catch (java.util.concurrent.ExecutionException failure) {
            log.error("a rollout could not be looked at", failure.getCause());
        }
    }

    private void lookAt(FleetApplication application) {
        try {
            ArgoCd server = connections.getArgoCd(application.argoCd());
            Optional<ResourceRef> rollout = names.computeIfAbsent(application.ref(),
                    ref -> Rollouts.rolloutsOf(server, ref).stream().findFirst());
            if (rollout.isPresent()) {
                RolloutView view = RolloutView.of(server.resources().get(application.ref(), rollout.get()));
                if (memory.remember(application.ref(), view)) {
                    events.publishEvent(new RolloutChanged(application.ref()));
                }
            }
        } catch (ArgoException unreachable) {
            log.debug("no look at the rollout of {}: {}", application.ref(), unreachable.getMessage());
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
