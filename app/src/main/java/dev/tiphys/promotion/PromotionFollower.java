package dev.tiphys.promotion;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.Subscription;
import dev.tiphys.argo.workflows.WorkflowRun;
import dev.tiphys.argo.workflows.WorkflowWatcher;
import dev.tiphys.argo.workflows.Workflows;
import dev.tiphys.connection.WorkflowsPlace;
import dev.tiphys.recovery.Standstill;
import dev.tiphys.rollout.RolloutChanged;

/// Follows the workflows of open promotions: the watch tells that one has changed, and a moment later it is read once
/// with its nodes, however many changes came together. The portal only watches; the workflow goes on without it.
@Component
class PromotionFollower implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(PromotionFollower.class);
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final Workflows workflows;
    private final String namespace;
    private final PromotionQueries queries;
    private final PromotionProgress progress;
    private final Adoption adoption;
    private final Standstill standstill;
    private final Set<String> changed = ConcurrentHashMap.newKeySet();
    private final Set<String> moved = ConcurrentHashMap.newKeySet();
    private volatile String trouble = "";
    private @Nullable Subscription subscription;
    private @Nullable Thread reader;

    PromotionFollower(Workflows workflows, WorkflowsPlace place, PromotionQueries queries, PromotionProgress progress,
            Adoption adoption, Standstill standstill) {
        this.workflows = workflows;
        this.namespace = place.namespace();
        this.queries = queries;
        this.progress = progress;
        this.adoption = adoption;
        this.standstill = standstill;
    }

    /// Why Argo Workflows cannot be heard at the moment; empty while it can.
    String trouble() {
        return trouble;
    }

    @Override
    public void start() {
        subscription = workflows.watch(namespace, "tiphys.dev/promotion", new Watcher());
        reader = Thread.ofVirtual().name("promotion-follower").start(this::readOn);
    }

    @EventListener
    void notice(RolloutChanged rollout) {
        moved.add(rollout.application().toString());
    }

    private void readOn() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                for (String workflow : standstill.isHeld() ? List.<String>of() : List.copyOf(changed)) {
                    changed.remove(workflow);
                    read(workflow);
                }
                for (String application : standstill.isHeld() ? List.<String>of() : List.copyOf(moved)) {
                    moved.remove(application);
                    look(application);
                }
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(String application) {
        try {
            progress.rolloutMoved(application);
        } catch (ConcurrencyFailureException again) {
            log.debug("{} will be looked at again: {}", application, again.getMessage());
            moved.add(application);
        } catch (RuntimeException failure) {
            log.error("the rollout of {} could not be followed", application, failure);
        }
    }

    private void read(String workflow) {
        try {
            WorkflowRun run = workflows.get(namespace, workflow);
            if (!progress.observe(run) && adoption.consider(run)) {
                progress.observe(run);
            }
        } catch (ArgoException.NotFound gone) {
            progress.lost(namespace, workflow);
        } catch (ArgoException | ConcurrencyFailureException again) {
            log.debug("{} will be read again: {}", workflow, again.getMessage());
            changed.add(workflow);
        } catch (RuntimeException failure) {
            log.error("the workflow {} could not be followed", workflow, failure);
        }
    }

    @Override
    public void stop() {
        if (subscription != null) {
            subscription.close();
            subscription = null;
        }
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

        @Override
        public void listed(List<WorkflowRun> runs) {
            trouble = "";
            List<String> open = queries.openWorkflows(namespace);
            changed.addAll(open);
            changed.addAll(runs.stream().filter(run -> !run.isFinished()).map(WorkflowRun::name)
                    .collect(Collectors.toSet()));
        }

        @Override
        public void changed(WorkflowRun run) {
            trouble = "";
            changed.add(run.name());
        }

        @Override
        public void deleted(WorkflowRun run) {
            changed.add(run.name());
        }

        @Override
        public void interrupted(ArgoException reason) {
            log.warn("{}", reason.getMessage());
            trouble = reason.getMessage() + ". " + reason.hint();
        }
    }
}
