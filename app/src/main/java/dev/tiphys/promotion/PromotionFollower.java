package dev.tiphys.promotion;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.Subscription;
import dev.tiphys.argo.workflows.WorkflowRun;
import dev.tiphys.argo.workflows.WorkflowWatcher;
import dev.tiphys.argo.workflows.Workflows;
import dev.tiphys.connection.WorkflowsPlace;
import dev.tiphys.recovery.ChangeReader;
import dev.tiphys.recovery.Standstill;
import dev.tiphys.rollout.RolloutChanged;

/// Follows the workflows of open promotions: the watch tells that one has changed, and a moment later it is read once
/// with its nodes, however many changes came together. The portal only watches; the workflow goes on without it.
@Component
class PromotionFollower implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(PromotionFollower.class);

    private final Workflows workflows;
    private final String namespace;
    private final PromotionQueries queries;
    private final PromotionProgress progress;
    private final Adoption adoption;
    private final ChangeReader<String> changed;
    private final ChangeReader<String> moved;
    private volatile String trouble = "";
    private @Nullable Subscription subscription;

    PromotionFollower(Workflows workflows, WorkflowsPlace place, PromotionQueries queries, PromotionProgress progress,
            Adoption adoption, Standstill standstill) {
        this.workflows = workflows;
        this.namespace = place.namespace();
        this.queries = queries;
        this.progress = progress;
        this.adoption = adoption;
        this.changed = new ChangeReader<>("promotion-follower", standstill, this::read);
        this.moved = new ChangeReader<>("rollout-follower", standstill, progress::rolloutMoved);
    }

    /// Why Argo Workflows cannot be heard at the moment; empty while it can.
    String trouble() {
        return trouble;
    }

    @Override
    public void start() {
        subscription = workflows.watch(namespace, "tiphys.dev/promotion", new Watcher());
        changed.start();
        moved.start();
    }

    @EventListener
    void notice(RolloutChanged rollout) {
        moved.tell(rollout.application().toString());
    }

    private void read(String workflow) {
        try {
            WorkflowRun run = workflows.get(namespace, workflow);
            if (!progress.observe(run) && adoption.consider(run)) {
                progress.observe(run);
            }
        } catch (ArgoException.NotFound gone) {
            progress.lost(namespace, workflow);
        }
    }

    @Override
    public void stop() {
        if (subscription != null) {
            subscription.close();
            subscription = null;
        }
        changed.stop();
        moved.stop();
    }

    @Override
    public boolean isRunning() {
        return changed.isRunning();
    }

    private final class Watcher implements WorkflowWatcher {

        @Override
        public void listed(List<WorkflowRun> runs) {
            trouble = "";
            queries.openWorkflows(namespace).forEach(changed::tell);
            runs.stream().filter(run -> !run.isFinished()).map(WorkflowRun::name).forEach(changed::tell);
        }

        @Override
        public void changed(WorkflowRun run) {
            trouble = "";
            changed.tell(run.name());
        }

        @Override
        public void deleted(WorkflowRun run) {
            changed.tell(run.name());
        }

        @Override
        public void interrupted(ArgoException reason) {
            log.warn("{}", reason.getMessage());
            trouble = reason.getMessage() + ". " + reason.hint();
        }
    }
}
