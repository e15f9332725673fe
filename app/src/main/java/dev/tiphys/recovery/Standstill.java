package dev.tiphys.recovery;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.tiphys.web.Held;

/// Whether the portal stands still. Answers from memory; whoever sends something out asks first.
@Component
public class Standstill {

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private boolean told;
    private volatile boolean compared;
    private volatile @Nullable Hold hold;

    /// Why it stands still; empty while it works.
    public Optional<Hold> current() {
        return Optional.ofNullable(hold);
    }

    public boolean isHeld() {
        return hold != null;
    }

    /// Whether nothing may be sent: it is held, or nobody could compare the mark outside yet.
    public boolean sendsNothing() {
        return isHeld() || !compared;
    }

    /// Refuses with [Held] while it stands still.
    public void requireWork() {
        Hold now = hold;
        if (now != null) {
            throw new Held("The portal stands still: " + now.sentence()
                    + " It takes no decision and starts nothing until an administrator lets it go on.");
        }
    }

    synchronized void learn(boolean marksCompared, @Nullable Hold found) {
        boolean before = sendsNothing();
        compared = marksCompared;
        hold = found;
        if (!told || before != sendsNothing()) {
            told = true;
            listeners.forEach(Runnable::run);
        }
    }

    boolean isCompared() {
        return compared;
    }

    void whenItChanges(Runnable listener) {
        listeners.add(listener);
    }
}
