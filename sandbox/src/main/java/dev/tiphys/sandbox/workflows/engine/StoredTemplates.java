package dev.tiphys.sandbox.workflows.engine;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.kube.Kind;

/// The templates that the hub's store holds.
public final class StoredTemplates {

    private StoredTemplates() {
    }

    /// Those that a workflow in `namespace` can refer to: of its own namespace, or cluster-wide.
    public static TemplateLibrary of(World world, String namespace) {
        return (name, cluster) -> cluster
                ? world.store().find(World.HUB, Kind.CLUSTER_WORKFLOW_TEMPLATE, "", name)
                : world.store().find(World.HUB, Kind.WORKFLOW_TEMPLATE, namespace, name);
    }
}
