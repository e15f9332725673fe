package dev.tiphys.catalog;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

import org.springframework.stereotype.Component;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.workflows.WorkflowRun;
import dev.tiphys.argo.workflows.Workflows;

/// Moves a reading on by one step: creates its workflow, once however often it is tried, then looks until it has ended.
/// A reading that cannot be made is no harm: the next one is soon.
@Component
class ReadingWork {

    private static final Duration LONGEST = Duration.ofHours(1);

    private final ReadingStore readings;
    private final Workflows workflows;
    private final Sightings sightings;
    private final Clock clock;

    ReadingWork(ReadingStore readings, Workflows workflows, Sightings sightings, Clock clock) {
        this.readings = readings;
        this.workflows = workflows;
        this.sightings = sightings;
        this.clock = clock;
    }

    /// Whether there is more to do.
    boolean step(UUID id) {
        Reading reading = readings.find(id).filter(one -> !one.phase().isFinal()).orElse(null);
        if (reading == null) {
            return false;
        }
        try {
            return reading.phase() == RunPhase.PLANNED ? create(reading) : look(reading);
        } catch (ArgoException.NotFound gone) {
            sightings.failed(reading, "Its workflow is not there: " + gone.getMessage());
        } catch (ArgoException refused) {
            sightings.failed(reading, refused.getMessage() + ". " + refused.hint());
        }
        return false;
    }

    private boolean create(Reading reading) {
        try {
            workflows.create(reading.namespace(), readings.manifest(reading.id()));
        } catch (ArgoException.Conflict exists) {
            WorkflowRun found = workflows.get(reading.namespace(), reading.workflow());
            if (!reading.id().toString().equals(found.labels().get(ReadingManifest.READING))) {
                throw exists;
            }
        }
        readings.mark(reading.id(), RunPhase.RUNNING, "", "", null);
        return true;
    }

    private boolean look(Reading reading) {
        String text = workflows.getText(reading.namespace(), reading.workflow());
        RunReading seen = RunReading.of(text);
        if (!seen.isFinished()) {
            if (clock.instant().isAfter(reading.createdAt().plus(LONGEST))) {
                sightings.failed(reading, "It was not done after an hour.");
                return false;
            }
            return true;
        }
        if (seen.wentWell()) {
            sightings.seen(reading, seen, text);
        } else {
            sightings.failed(reading, seen.failure());
        }
        return false;
    }
}
