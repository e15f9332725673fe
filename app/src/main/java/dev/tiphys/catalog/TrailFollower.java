package dev.tiphys.catalog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.Subscription;
import dev.tiphys.argo.workflows.WorkflowRun;
import dev.tiphys.argo.workflows.WorkflowWatcher;
import dev.tiphys.argo.workflows.Workflows;
import dev.tiphys.identity.ActionTaken;
import dev.tiphys.recovery.Standstill;

/// Follows the workflows of runs and those that they call, by two watches in each provider's namespace. A workflow is
/// read a moment after it has changed, once for however many changes came together.
@Component
class TrailFollower implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TrailFollower.class);
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final Workflows workflows;
    private final Catalog catalog;
    private final TrailStore trails;
    private final TrailWatch watch;
    private final Standstill standstill;
    private final Set<Place> changed = ConcurrentHashMap.newKeySet();
    private final Set<String> failed = ConcurrentHashMap.newKeySet();
    private final List<Subscription> subscriptions = new ArrayList<>();
    private @Nullable Thread reader;

    TrailFollower(Workflows workflows, Catalog catalog, TrailStore trails, TrailWatch watch, Standstill standstill) {
        this.workflows = workflows;
        this.catalog = catalog;
        this.trails = trails;
        this.watch = watch;
        this.standstill = standstill;
    }

    private record Place(String namespace, String workflow) {}

    @Override
    public void start() {
        for (Provider provider : catalog.providers()) {
            for (String label : List.of(RunManifest.RUN, TrailReading.PARENT)) {
                subscriptions.add(workflows.watch(provider.namespace(), label, new Watcher(provider.namespace())));
            }
        }
        reader = Thread.ofVirtual().name("trail-follower").start(this::readOn);
    }

    /// A run whose end has just been noted is looked at once more: only now can be said why it failed.
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void ended(ActionTaken deed) {
        if (deed.code().equals("catalog.failed")) {
            failed.add(deed.targetId());
        }
    }

    private void readOn() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                takeFailed();
                for (Place place : standstill.isHeld() ? List.<Place>of() : List.copyOf(changed)) {
                    changed.remove(place);
                    look(place);
                }
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void takeFailed() {
        for (String instance : List.copyOf(failed)) {
            failed.remove(instance);
            trails.lastPlace(UUID.fromString(instance))
                    .ifPresent(place -> changed.add(new Place(place.getFirst(), place.getLast())));
        }
    }

    private void look(Place place) {
        try {
            watch.look(place.namespace(), place.workflow());
        } catch (ArgoException | ConcurrencyFailureException again) {
            log.debug("{} will be looked at again: {}", place, again.getMessage());
            changed.add(place);
        } catch (RuntimeException failure) {
            log.error("{} could not be looked at", place, failure);
        }
    }

    @Override
    public void stop() {
        subscriptions.forEach(Subscription::close);
        subscriptions.clear();
        if (reader != null) {
            reader.interrupt();
            reader = null;
        }
    }

    @Override
    public boolean isRunning() {
        return reader != null;
    }

    private final class Watcher implements WorkflowWatcher {

        private final String namespace;

        private Watcher(String namespace) {
            this.namespace = namespace;
        }

        // What ended while nobody watched is among those that had not ended when they were last seen.
        @Override
        public void listed(List<WorkflowRun> runs) {
            trails.open(namespace).forEach(this::look);
            runs.stream().filter(run -> !run.isFinished()).map(WorkflowRun::name).forEach(this::look);
        }

        private void look(String workflow) {
            changed.add(new Place(namespace, workflow));
        }

        @Override
        public void changed(WorkflowRun run) {
            look(run.name());
        }

        @Override
        public void deleted(WorkflowRun run) {
            look(run.name());
        }

        @Override
        public void interrupted(ArgoException reason) {
            log.debug("{}", reason.getMessage());
        }
    }
}
