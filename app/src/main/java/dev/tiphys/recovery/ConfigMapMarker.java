package dev.tiphys.recovery;

import java.util.Optional;

import dev.tiphys.argo.hub.Hub;

/// The mark in a ConfigMap beside the promotions' workflows.
record ConfigMapMarker(Hub hub, String namespace) implements Marker {

    static final String NAME = "tiphys-marker";

    @Override
    public Optional<Mark> read() {
        return hub.findConfigMap(namespace, NAME).flatMap(MarkText::mark);
    }

    @Override
    public void write(Mark mark) {
        hub.keepConfigMap(namespace, NAME, MarkText.fields(mark));
    }
}
