package dev.tiphys.recovery;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;

import dev.tiphys.argo.ArgoException;

/// Reads what has changed on a thread of its own, a moment after it was told and once however often that was. What
/// cannot be read now is read again; while the portal stands still nothing is.
///
/// @param <T> what names the thing that changed
public final class ChangeReader<T> {

    private static final Logger log = LoggerFactory.getLogger(ChangeReader.class);
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final String name;
    private final Standstill standstill;
    private final Consumer<T> reading;
    private final Set<T> changed = ConcurrentHashMap.newKeySet();
    private @Nullable Thread thread;

    /// @param name of the thread
    public ChangeReader(String name, Standstill standstill, Consumer<T> reading) {
        this.name = name;
        this.standstill = standstill;
        this.reading = reading;
    }

    public void tell(T one) {
        changed.add(one);
    }

    public void start() {
        thread = Thread.ofVirtual().name(name).start(this::readOn);
    }

    public void stop() {
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }

    public boolean isRunning() {
        return thread != null;
    }

    private void readOn() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                for (T one : standstill.isHeld() ? List.<T>of() : List.copyOf(changed)) {
                    changed.remove(one);
                    read(one);
                }
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(T one) {
        try {
            reading.accept(one);
        } catch (ArgoException | ConcurrencyFailureException again) {
            log.debug("{}: {} will be read again: {}", name, one, again.getMessage());
            changed.add(one);
        } catch (RuntimeException failure) {
            log.error("{}: {} could not be read", name, one, failure);
        }
    }
}
