package dev.tiphys.sandbox.providers;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What the providers fail at, until it is lifted.
public final class ProviderFaults {

    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    /// @param what such as `databases` or `machines`
    public void set(String what) {
        failing.add(what);
    }

    public void lift(String what) {
        failing.remove(what);
    }

    boolean fails(Offer offer) {
        return failing.contains(offer.word());
    }
}
