package dev.tiphys.recovery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Compares once before anything else of the portal starts, and from then on in the background.
@Component
class RecoveryWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RecoveryWatch.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final MarkWatch marks;
    private final DifferenceBoard board;
    private final Standstill standstill;
    private final RecoveryProperties properties;
    private final Clock clock;
    private volatile Instant next = Instant.MIN;
    private @Nullable Thread watcher;

    RecoveryWatch(MarkWatch marks, DifferenceBoard board, Standstill standstill, RecoveryProperties properties,
            Clock clock) {
        this.marks = marks;
        this.board = board;
        this.standstill = standstill;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 100;
    }

    @Override
    public void start() {
        if (properties.startHeld()) {
            marks.holdOnPurpose();
        }
        marks.look();
        next = clock.instant().plus(pause());
        watcher = Thread.ofVirtual().name("recovery-watch").start(this::watch);
    }

    private Duration pause() {
        return standstill.isCompared() ? properties.every() : Duration.ofSeconds(2);
    }

    private void watch() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(PAUSE);
                lookOnce();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookOnce() {
        try {
            marks.refresh();
            if (!clock.instant().isBefore(next)) {
                marks.look();
                next = clock.instant().plus(pause());
            }
            board.keep();
        } catch (DataAccessException | TransactionException down) {
            log.debug("the database does not answer", down);
        } catch (RuntimeException failure) {
            log.error("the marks of the portal could not be compared", failure);
        }
    }

    @Override
    public void stop() {
        if (watcher != null) {
            watcher.interrupt();
            watcher = null;
        }
    }

    @Override
    public boolean isRunning() {
        return watcher != null;
    }
}
