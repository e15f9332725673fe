package dev.tiphys.sandbox.fleet;

import java.util.List;

import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.argocd.ManifestInput;
import dev.tiphys.sandbox.argocd.ManifestSource;

/// The fleet's repositories: one for each service, and one of charts.
final class FleetManifests implements ManifestSource {

    private final List<Component> components;

    FleetManifests(List<Component> components) {
        this.components = components;
    }

    @Override
    public List<ObjectNode> render(ManifestInput source) {
        Component component = components.stream().filter(known -> known.repoUrl().equals(source.repoUrl()))
                .filter(known -> isIn(known, source)).findFirst().orElseThrow(() -> unknown(source));
        return new WorkloadManifests(component, version(component, source)).all();
    }

    private static boolean isIn(Component component, ManifestInput source) {
        return switch (component.mechanism()) {
            case KUSTOMIZE_IMAGE -> source.path().startsWith("overlays/");
            case HELM_PARAMETER -> source.path().equals("chart");
            case TARGET_REVISION -> source.chart().equals(component.name());
        };
    }

    private static IllegalArgumentException unknown(ManifestInput source) {
        return new IllegalArgumentException("Manifest generation error (cached): " + (source.chart().isEmpty()
                ? source.repoUrl() + " " + source.path() + ": app path does not exist"
                : "chart \"" + source.chart() + "\" not found in " + source.repoUrl() + " repository"));
    }

    private static String version(Component component, ManifestInput source) {
        return switch (component.mechanism()) {
            case KUSTOMIZE_IMAGE -> source.images().stream().filter(image -> image.startsWith(component.image() + ":"))
                    .map(image -> image.substring(component.image().length() + 1)).findFirst()
                    .orElse(component.versions().getFirst());
            case HELM_PARAMETER -> source.helmParameters().getOrDefault("image.tag", component.versions().getFirst());
            case TARGET_REVISION -> source.targetRevision();
        };
    }
}
