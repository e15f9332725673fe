package dev.tiphys.catalog;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.springframework.stereotype.Component;

import dev.tiphys.web.Refusal;

/// What is offered, held in memory: looking never makes a remote call.
@Component
public class Catalog {

    private final CatalogProperties properties;
    private final AtomicReference<CatalogSnapshot> now = new AtomicReference<>(CatalogSnapshot.NOTHING);

    Catalog(CatalogProperties properties) {
        this.properties = properties;
    }

    public CatalogSnapshot snapshot() {
        return now.get();
    }

    /// Those whom the platform has registered.
    public List<Provider> providers() {
        return properties.providers();
    }

    public Optional<Provider> findProvider(String name) {
        return properties.find(name);
    }

    /// The provider, or a [Refusal.NotFound].
    public Provider getProvider(String name) {
        return findProvider(name).orElseThrow(
                () -> new Refusal.NotFound("There is no provider of this name. The catalog lists those there are."));
    }

    /// How many workflows of an item at once, where its provider says nothing.
    int atOnce() {
        return properties.atOnce();
    }

    void publish(CatalogSnapshot snapshot) {
        now.set(snapshot);
    }

    /// Unless there is another one by now.
    boolean publish(CatalogSnapshot before, CatalogSnapshot snapshot) {
        return now.compareAndSet(before, snapshot);
    }
}
