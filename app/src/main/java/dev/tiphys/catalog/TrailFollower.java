package dev.tiphys.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.Subscription;
import dev.tiphys.argo.workflows.WorkflowRun;
import dev.tiphys.argo.workflows.WorkflowWatcher;
import dev.tiphys.argo.workflows.Workflows;
import dev.tiphys.identity.ActionTaken;
import dev.tiphys.recovery.ChangeReader;
import dev.tiphys.recovery.Standstill;

/// Follows the workflows of runs and those that they call, by two watches in each provider's namespace. A workflow is
/// read a moment after it has changed, once for however many changes came together.
@Component
class TrailFollower implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TrailFollower.class);

    private final Workflows workflows;
    private final Catalog catalog;
    private final TrailStore trails;
    private final ChangeReader<Place> reader;
    private final ChangeReader<UUID> failed;
    private final List<Subscription> subscriptions = new ArrayList<>();

    TrailFollower(Workflows workflows, Catalog catalog, TrailStore trails, TrailWatch watch, Standstill standstill) {
        this.workflows = workflows;
        this.catalog = catalog;
        this.trails = trails;
        this.reader = new ChangeReader<>("trail-follower", standstill,
                place -> watch.look(place.namespace(), place.workflow()));
        this.failed = new ChangeReader<>("failed-trails", standstill, instance -> trails.lastPlace(instance)
                .ifPresent(place -> reader.tell(new Place(place.getFirst(), place.getLast()))));
    }

    private record Place(String namespace, String workflow) {}

    @Override
    public void start() {
        for (Provider provider : catalog.providers()) {
            for (String label : List.of(RunManifest.RUN, TrailReading.PARENT)) {
                subscriptions.add(workflows.watch(provider.namespace(), label, new Watcher(provider.namespace())));
            }
        }
        reader.start();
        failed.start();
    }

    /// A run whose end has just been noted is looked at once more: only now can be said why it failed.
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void ended(ActionTaken deed) {
        if (deed.code().equals("catalog.failed")) {
            failed.tell(UUID.fromString(deed.targetId()));
        }
    }

    @Override
    public void stop() {
        subscriptions.forEach(Subscription::close);
        subscriptions.clear();
        reader.stop();
        failed.stop();
    }

    @Override
    public boolean isRunning() {
        return reader.isRunning();
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
            reader.tell(new Place(namespace, workflow));
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
