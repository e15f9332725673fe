package dev.tiphys.sandbox.kubeapi;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

import tools.jackson.databind.JsonNode;

import dev.tiphys.sandbox.kube.ObjectMeta;
import dev.tiphys.sandbox.kube.WatchEvent;

/// What a change is to a watcher with a selector: an object that ceases to match is gone for it, one that begins to
/// match is new.
final class WatchFilter {

    private final Predicate<JsonNode> selector;
    private final Set<String> shown = new HashSet<>();

    WatchFilter(Predicate<JsonNode> selector) {
        this.selector = selector;
    }

    /// The event's type for the watcher; empty when it does not concern them.
    String typeOf(WatchEvent event) {
        String uid = ObjectMeta.uid(event.object());
        boolean matches = selector.test(event.object());
        return switch (event.type()) {
            case DELETED -> shown.remove(uid) || matches ? "DELETED" : "";
            case ADDED -> matches && shown.add(uid) ? "ADDED" : "";
            case MODIFIED -> modified(uid, matches);
        };
    }

    // An object that the watcher knows from its list is not among those shown: it is modified, not added.
    private String modified(String uid, boolean matches) {
        if (matches) {
            shown.add(uid);
            return "MODIFIED";
        }
        return shown.remove(uid) ? "DELETED" : "";
    }
}
