package dev.tiphys.argo.cd;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// The clusters, projects and self-description of one Argo CD.
public interface Clusters {

    List<Cluster> list();

    /// The sync windows that bind an Application now (`GET /applications/{name}/syncwindows`).
    SyncWindows syncWindows(ApplicationRef application);

    /// Argo CD's version, such as `v3.5.1+109ca7c`.
    String version();

    /// Whether the token may do this (`GET /account/can-i/…`). Fine-grained actions cannot be asked: `action` is always
    /// answered no.
    ///
    /// @param resource such as `applications`
    /// @param action such as `sync`
    /// @param object such as `shop/*`
    boolean may(String resource, String action, String object);

    /// Who the token is; an unusable token answers [dev.tiphys.argo.ArgoException.Unauthenticated].
    String username();

    /// A cluster that Argo CD deploys to.
    ///
    /// @param connection `Successful`, `Failed` or `Unknown` (also for a cluster without applications)
    /// @param attemptedAt when Argo CD last tried to reach it
    record Cluster(String name, String server, Map<String, String> labels, String serverVersion, String connection,
            String connectionMessage, @Nullable Instant attemptedAt, int applications) {

        public Cluster {
            labels = Map.copyOf(labels);
        }
    }

    /// What the project's sync windows say now.
    ///
    /// @param canSync whether a manual sync is allowed now
    record SyncWindows(boolean canSync, List<String> active) {

        public SyncWindows {
            active = List.copyOf(active);
        }
    }
}
