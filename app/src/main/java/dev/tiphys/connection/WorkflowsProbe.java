package dev.tiphys.connection;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import dev.tiphys.argo.workflows.Workflows;

/// Looks at the Argo Server. It passes the token on to Kubernetes, so that is where its rights are asked for.
///
/// @param asker asks with the Argo Server's token
record WorkflowsProbe(Workflows server, String address, BearerToken secret, HubRights asker, CallMetrics metrics,
        Clock clock) implements ConnectionProbe {

    static final String ID = "workflows";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String name() {
        return "Argo Workflows";
    }

    @Override
    public Finding look() {
        return Finding.well(server.version());
    }

    @Override
    public List<TokenRight> rights() {
        return asker.ofWorkflows();
    }

    @Override
    public Optional<PortalToken> token() {
        return Optional.of(PortalToken.of(secret, "tiphys.workflows", metrics.lastCall("workflows main"),
                clock.instant()));
    }
}
