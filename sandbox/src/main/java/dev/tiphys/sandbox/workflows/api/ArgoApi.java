package dev.tiphys.sandbox.workflows.api;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.workflows.Callers;
import dev.tiphys.sandbox.workflows.pods.SandboxPods;

/// All services of the Argo Server behind one door.
public final class ArgoApi {

    private final World world;
    private final WorkflowLinter linter;
    private final SandboxPods pods;
    private final WatchStreams streams;

    public ArgoApi(World world, WorkflowLinter linter, SandboxPods pods) {
        this.world = world;
        this.linter = linter;
        this.pods = pods;
        this.streams = new WatchStreams(world);
    }

    /// The door, to be mounted under `prefix`.
    public ArgoServer server(String prefix, Callers callers) {
        ArgoServer server = new ArgoServer(prefix, callers);
        ServerInfo.mount(server);
        new WorkflowReads(world).mount(server);
        WorkflowWrites writes = new WorkflowWrites(world, linter);
        writes.mount(server);
        new WorkflowAgain(world, writes).mount(server);
        new TemplateServices(world, linter).mount(server);
        new WorkflowActions(world).mount(server);
        streams.mount(server);
        new LogStreams(world, pods).mount(server);
        return server;
    }

    public void endStreams() {
        streams.endAll();
    }
}
