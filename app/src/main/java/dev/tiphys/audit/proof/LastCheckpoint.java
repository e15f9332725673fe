package dev.tiphys.audit.proof;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Signs the end of the log once more when the portal stops, so that what its last minutes wrote is not left unsigned.
@Component
class LastCheckpoint implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LastCheckpoint.class);

    private final Checkpoints checkpoints;
    private volatile boolean running;

    LastCheckpoint(Checkpoints checkpoints) {
        this.checkpoints = checkpoints;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        try {
            checkpoints.signNow();
        } catch (RuntimeException failure) {
            log.warn("The end of the audit log was not signed: {}", failure.getMessage());
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    // Stops after the web server has finished its requests.
    @Override
    public int getPhase() {
        return 0;
    }
}
