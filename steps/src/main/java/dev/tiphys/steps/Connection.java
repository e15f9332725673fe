package dev.tiphys.steps;

import java.net.URI;

import dev.tiphys.argo.cd.ArgoCd;
import dev.tiphys.argo.cd.ArgoCdClient;
import dev.tiphys.argo.cd.ArgoCdConnection;

/// The Argo CD that the pod's variables name, as Argo CD's own command line reads them.
final class Connection {

    private Connection() {
    }

    static ArgoCd of(Pod pod) {
        String server = pod.get("ARGOCD_SERVER");
        String token = pod.get("ARGOCD_AUTH_TOKEN");
        try {
            URI uri = URI.create(server.contains("://") ? server : "https://" + server);
            return ArgoCdClient.connect(ArgoCdConnection.to(uri.getAuthority(), uri, () -> token));
        } catch (IllegalArgumentException e) {
            throw new UsageError("ARGOCD_SERVER must be an address such as https://argocd.example.org, not '" + server
                    + "'", e);
        }
    }
}
