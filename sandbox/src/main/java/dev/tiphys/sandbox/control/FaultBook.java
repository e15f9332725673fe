package dev.tiphys.sandbox.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.tiphys.sandbox.page.Form;

/// The faults that are set, each with an id by which it is lifted.
final class FaultBook {

    private final Map<String, FaultKind> kinds;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private int last;

    FaultBook(Map<String, FaultKind> kinds) {
        this.kinds = new TreeMap<>(kinds);
    }

    synchronized Entry set(Form parameters) {
        String name = parameters.get("kind");
        FaultKind kind = kinds.get(name);
        if (kind == null) {
            throw new IllegalArgumentException("kind must be one of " + String.join(", ", kinds.keySet())
                    + ", not '" + name + "'");
        }
        Entry entry = new Entry("f" + ++last, name, kind.begin(parameters));
        entries.put(entry.id(), entry);
        return entry;
    }

    /// Those that still hold, the oldest first.
    synchronized List<Entry> list() {
        entries.values().removeIf(entry -> {
            boolean over = entry.fault().over().getAsBoolean();
            if (over) {
                entry.fault().lift().run();
            }
            return over;
        });
        return new ArrayList<>(entries.values());
    }

    /// Whether there was such a fault.
    synchronized boolean lift(String id) {
        Entry entry = entries.remove(id);
        if (entry != null) {
            entry.fault().lift().run();
        }
        return entry != null;
    }

    synchronized void liftAll() {
        entries.values().forEach(entry -> entry.fault().lift().run());
        entries.clear();
    }

    /// @param id such as `f1`
    record Entry(String id, String kind, FaultKind.Begun fault) {}
}
