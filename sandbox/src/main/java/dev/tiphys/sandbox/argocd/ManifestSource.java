package dev.tiphys.sandbox.argocd;

import java.util.List;

import tools.jackson.databind.node.ObjectNode;

/// What stands in the Git repositories and chart registries of the sandbox, in the place of Argo CD's repo server: it
/// knows the shape of each service's workload. It must be deterministic and quick; it is asked at every comparison.
@FunctionalInterface
public interface ManifestSource {

    /// The objects that `source` describes. Kustomize image overrides, the destination's namespace and the tracking
    /// annotation are added by the caller; Helm parameters and the revision are for the renderer to heed. A source that
    /// cannot be rendered is an [IllegalArgumentException] whose message becomes the Application's error.
    List<ObjectNode> render(ManifestInput source);
}
