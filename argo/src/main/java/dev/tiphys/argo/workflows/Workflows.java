package dev.tiphys.argo.workflows;

import java.util.List;
import java.util.Map;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.Subscription;

/// The workflows of one Argo Server. All methods throw [dev.tiphys.argo.ArgoException]. The verbs of
/// [WorkflowControl] steer a running one.
public interface Workflows {

    /// Creates the workflow under its own fixed name. A name that exists answers
    /// [dev.tiphys.argo.ArgoException.Conflict]: get it and look whether it is yours.
    ///
    /// @param manifest the whole Workflow as JSON text
    WorkflowRun create(String namespace, String manifest);

    /// The server's verdict; empty when it accepts. The server reports the first error only.
    List<String> lint(String namespace, String manifest);

    /// One workflow with its nodes.
    WorkflowRun get(String namespace, String name);

    /// The same as the server writes it, as JSON text, for somebody who keeps it.
    String getText(String namespace, String name);

    /// A page of workflows without their nodes, newest first.
    ///
    /// @param labelSelector empty for all
    /// @param offset of the first one, from 0
    /// @param limit at most this many
    List<WorkflowRun> list(String namespace, String labelSelector, int offset, int limit);

    /// Lists, then follows the stream without nodes; after each end or error it waits, reconnects and lists again.
    Subscription watch(String namespace, String labelSelector, WorkflowWatcher watcher);

    /// The log of one pod, or of all with an empty name; ends when the workflow does, if `follow`.
    Subscription logs(String namespace, String name, String podName, boolean follow, LogReader reader);

    WorkflowControl control();

    WorkflowTemplates templates();

    /// The server's version, such as `v4.1.2`.
    String version();

    /// What the server says of itself (`GET /info`).
    ServerInfo info();

    /// @param managedNamespace the only namespace the server serves; empty when it serves all
    record ServerInfo(String managedNamespace, List<String> links) {

        public ServerInfo {
            links = List.copyOf(links);
        }
    }

    /// Hears a workflow's log, line by line.
    interface LogReader {

        void line(String podName, String text);

        /// The log is complete.
        void ended();

        /// The rest of the log is lost.
        void failed(ArgoException reason);
    }

    /// Output parameters for a suspend node's decision.
    record Decision(String nodeId, Map<String, String> outputs, String message) {

        public Decision {
            outputs = Map.copyOf(outputs);
        }
    }
}
