package dev.tiphys.audit.proof;

import java.io.IOException;
import java.time.Clock;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Takes signed checkpoints out of the database. A place that cannot be reached gets them later; nothing waits for it.
@Component
class Anchoring {

    private static final Logger log = LoggerFactory.getLogger(Anchoring.class);

    private final CheckpointTargets targets;
    private final CheckpointStore store;
    private final Clock clock;

    Anchoring(CheckpointTargets targets, CheckpointStore store, Clock clock) {
        this.targets = targets;
        this.store = store;
        this.clock = clock;
    }

    void takeOut() {
        targets.all().forEach(this::takeOut);
    }

    private void takeOut(CheckpointTarget target) {
        List<Checkpoint> waiting = store.after(store.anchored(target.name()));
        if (waiting.isEmpty()) {
            return;
        }
        try {
            target.keep(waiting);
            store.anchored(target.name(), waiting.getLast().seq(), clock.instant());
        } catch (IOException | RuntimeException failure) {
            log.warn("Checkpoints do not reach {}: {}", target.name(), failure.getMessage());
            store.troubled(target.name(), String.valueOf(failure.getMessage()));
        }
    }
}
