package dev.tiphys.argo.workflows;

import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;

import dev.tiphys.argo.CallListener;
import dev.tiphys.argo.WatchPolicy;
import dev.tiphys.argo.hub.HubConnection;

/// What it takes to reach one Argo Server and the Kubernetes API behind it, which takes the two patches that the server
/// cannot do.
///
/// @param name its name in the configuration, for errors and metrics
/// @param uri its root, with the path prefix where it has one
/// @param token gives the bearer token, asked before each call
/// @param hub the Kubernetes API of the cluster that holds the workflows
public record WorkflowsConnection(String name, URI uri, Supplier<String> token, HubConnection hub, Duration deadline,
        WatchPolicy watch, CallListener listener) {

    public static WorkflowsConnection to(String name, URI uri, Supplier<String> token, HubConnection hub) {
        return new WorkflowsConnection(name, uri, token, hub, Duration.ofSeconds(20), WatchPolicy.DEFAULT,
                CallListener.NONE);
    }

    public WorkflowsConnection withDeadline(Duration longest) {
        return new WorkflowsConnection(name, uri, token, hub, longest, watch, listener);
    }

    public WorkflowsConnection withWatch(WatchPolicy policy) {
        return new WorkflowsConnection(name, uri, token, hub, deadline, policy, listener);
    }

    public WorkflowsConnection withListener(CallListener heard) {
        return new WorkflowsConnection(name, uri, token, hub, deadline, watch, heard);
    }
}
