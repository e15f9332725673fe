package dev.tiphys.sandbox.workflows;

import java.net.URI;
import java.util.stream.Collectors;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.http.SandboxServer;
import dev.tiphys.sandbox.workflows.api.ArgoApi;
import dev.tiphys.sandbox.workflows.engine.WorkflowController;
import dev.tiphys.sandbox.workflows.lint.SpecLinter;
import dev.tiphys.sandbox.workflows.pods.ClusterAccess;
import dev.tiphys.sandbox.workflows.pods.PlayTime;
import dev.tiphys.sandbox.workflows.pods.PodLog;
import dev.tiphys.sandbox.workflows.pods.SandboxPods;
import dev.tiphys.steps.StepProgram;

/// Argo Workflows on the sandbox's hub: the controller, its pods and, under `/workflows`, the Argo Server.
public final class WorkflowsSandbox implements AutoCloseable {

    private final WorkflowController controller;
    private final SandboxPods pods;
    private final ArgoApi api;

    private WorkflowsSandbox(WorkflowController controller, SandboxPods pods, ArgoApi api) {
        this.controller = controller;
        this.pods = pods;
        this.api = api;
    }

    /// Mounts the server and starts the controller.
    ///
    /// @param steps what containers with the command `tiphys step` run
    /// @param callers who may call the Argo Server
    public static WorkflowsSandbox install(World world, SandboxServer server, StepProgram steps, Callers callers) {
        return install(world, server, steps, callers, PlayTime.usual());
    }

    /// As above, with other times for the pods.
    public static WorkflowsSandbox install(World world, SandboxServer server, StepProgram steps, Callers callers,
            PlayTime time) {
        SandboxPods pods = new SandboxPods(world, steps, time,
                new ClusterAccess(URI.create(server.baseUri() + "/kube/" + World.HUB)));
        SpecLinter linter = new SpecLinter(world);
        WorkflowController controller = new WorkflowController(world, pods, linter);
        pods.reportTo(controller::report);
        ArgoApi api = new ArgoApi(world, linter, pods);
        server.mount("/workflows", api.server("/workflows", callers));
        controller.start();
        return new WorkflowsSandbox(controller, pods, api);
    }

    /// Ends every open watch as an API server's time limit does, so that clients must list and watch again.
    public void endStreams() {
        api.endStreams();
    }

    /// What the pods of a workflow have printed, one pod after the other.
    public String podLog(String namespace, String workflow) {
        return pods.logs(namespace, workflow).stream().flatMap(log -> log.from(0).stream())
                .map(PodLog.Line::text).collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        controller.close();
        pods.close();
    }
}
