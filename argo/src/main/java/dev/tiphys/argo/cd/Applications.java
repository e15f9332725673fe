package dev.tiphys.argo.cd;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.tiphys.argo.Subscription;

/// The Applications of one Argo CD. All methods throw [dev.tiphys.argo.ArgoException]; each call has the client's
/// deadline. Reads may be repeated freely; which writes may be is said at each.
public interface Applications {

    /// All Applications that the selector matches (`GET /applications` with narrow fields).
    ///
    /// @param labelSelector a Kubernetes label selector; empty for all
    List<ApplicationSummary> list(String labelSelector);

    /// Lists, then follows the stream; after each end or error it waits, reconnects and lists again, since the stream
    /// loses events by design, and so it does every few minutes anyhow. Events arrive one at a time.
    Subscription watch(String labelSelector, ApplicationWatcher watcher);

    /// One Application, straight from the cluster.
    Application get(ApplicationRef application);

    /// Compares anew and answers with the result; blocks until the controller has done so or the deadline passes.
    Application refresh(ApplicationRef application, Duration deadline);

    /// Merges `patch` into the Application's spec, labels and annotations. Safe to repeat.
    ///
    /// @param patch a JSON merge patch as text; parts for `operation` and `status` would be dropped by the server
    Application patch(ApplicationRef application, String patch);

    /// Starts a sync. Not safe to repeat blindly: look for your own `infos` first. A running operation answers
    /// [dev.tiphys.argo.ArgoException.Conflict].
    ///
    /// @param infos become `operation.info`, the only id of an operation that a client can choose
    /// @return the revision that the server resolved; empty for several sources
    String sync(ApplicationRef application, Map<String, String> infos);

    /// Ends the running operation. Answers [dev.tiphys.argo.ArgoException.Refused] when none was picked up yet.
    void terminate(ApplicationRef application);

    /// The rendered manifests, as JSON texts.
    List<String> manifests(ApplicationRef application);
}
