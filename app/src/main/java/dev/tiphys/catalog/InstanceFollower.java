package dev.tiphys.catalog;

import java.util.ArrayList;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.Subscription;
import dev.tiphys.argo.workflows.WorkflowRun;
import dev.tiphys.argo.workflows.WorkflowWatcher;
import dev.tiphys.argo.workflows.Workflows;
import dev.tiphys.recovery.ChangeReader;
import dev.tiphys.recovery.Standstill;

/// Follows the workflows of runs by one watch in each provider's namespace. The watch tells that one has changed, and a
/// moment later it is read once, however many changes came together.
@Component
class InstanceFollower implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(InstanceFollower.class);

    private final Workflows workflows;
    private final Catalog catalog;
    private final InstanceQueries queries;
    private final RunProgress progress;
    private final ChangeReader<Place> reader;
    private final List<Subscription> subscriptions = new ArrayList<>();

    InstanceFollower(Workflows workflows, Catalog catalog, InstanceQueries queries, RunProgress progress,
            Standstill standstill) {
        this.workflows = workflows;
        this.catalog = catalog;
        this.queries = queries;
        this.progress = progress;
        this.reader = new ChangeReader<>("instance-follower", standstill, this::read);
    }

    /// @param deleted whether the watch saw it go
    private record Place(String namespace, String workflow, boolean deleted) {}

    @Override
    public void start() {
        catalog.providers().forEach(provider -> subscriptions
                .add(workflows.watch(provider.namespace(), RunManifest.RUN, new Watcher(provider.namespace()))));
        reader.start();
    }

    // A workflow that was not there before its run was noted as running may have been created since.
    private void read(Place place) {
        boolean existed = place.deleted() || queries.findRun(place.namespace(), place.workflow())
                .filter(run -> run.phase() == RunPhase.RUNNING).isPresent();
        try {
            progress.observe(RunReading.of(workflows.getText(place.namespace(), place.workflow())));
        } catch (ArgoException.NotFound gone) {
            if (existed) {
                progress.lost(place.namespace(), place.workflow(), place.deleted());
            }
        }
    }

    @Override
    public void stop() {
        subscriptions.forEach(Subscription::close);
        subscriptions.clear();
        reader.stop();
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

        // What ended while nobody watched is among those that are under way here.
        @Override
        public void listed(List<WorkflowRun> runs) {
            queries.underWay(namespace).forEach(this::look);
            runs.stream().filter(run -> !run.isFinished()).map(WorkflowRun::name).forEach(this::look);
        }

        private void look(String workflow) {
            reader.tell(new Place(namespace, workflow, false));
        }

        @Override
        public void changed(WorkflowRun run) {
            look(run.name());
        }

        @Override
        public void deleted(WorkflowRun run) {
            reader.tell(new Place(namespace, run.name(), true));
        }

        @Override
        public void interrupted(ArgoException reason) {
            log.warn("{}", reason.getMessage());
        }
    }
}
