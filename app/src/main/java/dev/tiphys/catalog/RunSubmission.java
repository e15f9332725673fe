package dev.tiphys.catalog;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.tiphys.argo.ArgoException;

/// Creates the workflow of a run when its turn has come.
@Component
class RunSubmission {

    private final InstanceQueries queries;
    private final RunCreation creation;
    private final RunProgress progress;
    private final LineStore lines;
    private final RunPins pins;

    RunSubmission(InstanceQueries queries, RunCreation creation, RunProgress progress, LineStore lines, RunPins pins) {
        this.queries = queries;
        this.creation = creation;
        this.progress = progress;
        this.lines = lines;
        this.pins = pins;
    }

    /// Throws what a later attempt may mend: Argo Workflows down, or a token that is refused.
    void submit(UUID id) {
        ActionRun run = queries.findRun(id).orElseThrow();
        Turn turn = lines.find(id).orElse(null);
        if (run.phase() != RunPhase.PLANNED || (turn != null && turn.state() != TurnState.ADMITTED)) {
            return;
        }
        try {
            submit(run, turn);
        } catch (ArgoException.Unavailable | ArgoException.Unauthenticated | ArgoException.Forbidden later) {
            lines.hinder(id, hindrance(later));
            progress.delayed(run, later.getMessage() + ". " + later.hint());
            throw later;
        }
    }

    // A workflow that exists already is followed, whatever has become of the template since.
    private void submit(ActionRun run, @Nullable Turn turn) {
        String change = turn == null ? "" : pins.problem(run, turn);
        if (!change.isEmpty() && !creation.exists(run)) {
            progress.unmade(run.id(), change);
            return;
        }
        progress.starting(run);
        String refusal = creation.create(run);
        if (refusal.isEmpty()) {
            progress.created(run);
        } else {
            progress.ended(run, false, refusal);
        }
        creation.recorded();
    }

    private static String hindrance(ArgoException later) {
        return switch (later) {
            case ArgoException.Forbidden _ -> "forbidden";
            case ArgoException.Unauthenticated _ -> "unauthenticated";
            default -> "away";
        };
    }
}
