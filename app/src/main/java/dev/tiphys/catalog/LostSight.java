package dev.tiphys.catalog;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.workflows.Workflows;
import dev.tiphys.recovery.Standstill;

/// Reads workflows again of which nothing was heard for a while: a watch may lose what it should have told.
@Component
class LostSight {

    private static final Logger log = LoggerFactory.getLogger(LostSight.class);
    private static final Duration UNHEARD = Duration.ofSeconds(30);
    private static final int AT_ONCE = 100;

    private final InstanceQueries queries;
    private final Workflows workflows;
    private final RunProgress progress;
    private final Standstill standstill;

    LostSight(InstanceQueries queries, Workflows workflows, RunProgress progress, Standstill standstill) {
        this.queries = queries;
        this.workflows = workflows;
        this.progress = progress;
        this.standstill = standstill;
    }

    void look() {
        if (!standstill.isHeld()) {
            queries.someRunning(UNHEARD, AT_ONCE).forEach(this::look);
        }
    }

    private void look(ActionRun run) {
        try {
            progress.observe(RunReading.of(workflows.getText(run.namespace(), run.workflow())));
        } catch (ArgoException.NotFound gone) {
            progress.lost(run.namespace(), run.workflow(), false);
        } catch (RuntimeException failure) {
            log.debug("{} will be read again: {}", run.workflow(), failure.getMessage());
        }
    }
}
