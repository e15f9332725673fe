package dev.tiphys.connection;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import dev.tiphys.argo.hub.Hub;
import dev.tiphys.argo.hub.Hub.Right;

/// Looks at the Kubernetes API of the hub. Anybody may read its version, so a right is asked for too: that needs a
/// token which Kubernetes knows.
record KubernetesProbe(Hub hub, String address, BearerToken secret, String namespace, CallMetrics metrics,
        Clock clock) implements ConnectionProbe {

    static final String ID = "kubernetes";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String name() {
        return "Kubernetes hub";
    }

    @Override
    public Finding look() {
        String version = hub.version();
        boolean may = hub.may(Right.to("patch", "argoproj.io", "workflows", namespace));
        return new Finding(version, may
                ? ""
                : "the token may not patch workflows in " + namespace
                        + ": promotions cannot be stopped or resumed");
    }

    @Override
    public List<TokenRight> rights() {
        return new HubRights(hub, namespace).ofHub();
    }

    @Override
    public Optional<PortalToken> token() {
        return Optional.of(PortalToken.of(secret, "tiphys.kubernetes", metrics.lastCall("kubernetes hub"),
                clock.instant()));
    }
}
