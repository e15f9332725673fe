package dev.tiphys.tryout;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.tiphys.sandbox.Sandbox;
import dev.tiphys.sandbox.SandboxEndpoints;
import dev.tiphys.sandbox.SandboxOptions;

/// The Argo fleet of a try-out: in this process, or the one whose address was given.
record TryoutFleet(@Nullable Sandbox sandbox, SandboxEndpoints endpoints) implements AutoCloseable {

    static TryoutFleet start(TryoutSettings settings) throws IOException {
        URI url = settings.url();
        if (url != null) {
            SandboxEndpoints endpoints = new SandboxEndpoints(URI.create(url.toString().replaceAll("/+$", "")));
            RunningSandbox.welcome(endpoints, settings.portalUrl());
            return new TryoutFleet(null, endpoints);
        }
        SandboxOptions options = SandboxOptions.defaults().withFleet(settings.fleet()).atSpeed(settings.speed())
                .withSeed(settings.seed()).forPortal(settings.portalUrl());
        Sandbox sandbox = onPort(options, settings);
        return new TryoutFleet(sandbox, sandbox.endpoints());
    }

    private static Sandbox onPort(SandboxOptions options, TryoutSettings settings) throws IOException {
        Integer fixed = settings.port();
        if (fixed != null) {
            return onFixedPort(options, fixed);
        }
        if (settings.portalPort() == 65_535) {
            return Sandbox.start(options);
        }
        try {
            return Sandbox.start(options.onPort(settings.portalPort() + 1));
        } catch (BindException taken) {
            return Sandbox.start(options);
        }
    }

    private static Sandbox onFixedPort(SandboxOptions options, int port) throws IOException {
        try {
            return Sandbox.start(options.onPort(port));
        } catch (BindException taken) {
            throw new SandboxRefusal("Port " + port + ", wanted for the sandbox, is taken.",
                    "Free it, or leave tiphys.sandbox.port out so that a free port is found.", taken);
        }
    }

    /// The portal's settings for this fleet.
    Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("tiphys.sandbox.page", endpoints.controlPage());
        properties.put("tiphys.argocd[0].name", "main");
        properties.put("tiphys.argocd[0].url", endpoints.argoCdUrl());
        properties.put("tiphys.argocd[0].token", SandboxEndpoints.ARGOCD_TOKEN);
        properties.put("tiphys.workflows.url", endpoints.workflowsUrl());
        properties.put("tiphys.workflows.token", SandboxEndpoints.WORKFLOWS_TOKEN);
        properties.put("tiphys.workflows.namespace", SandboxEndpoints.WORKFLOWS_NAMESPACE);
        properties.put("tiphys.kubernetes.url", endpoints.kubeUrl("hub"));
        properties.put("tiphys.kubernetes.token", SandboxEndpoints.KUBERNETES_TOKEN);
        putEdges(properties);
        return properties;
    }

    private void putEdges(Map<String, Object> properties) {
        properties.put("tiphys.oidc.issuer", endpoints.oidcIssuer());
        properties.put("tiphys.oidc.client-id", SandboxEndpoints.OIDC_CLIENT_ID);
        properties.put("tiphys.oidc.client-secret", SandboxEndpoints.OIDC_CLIENT_SECRET);
        properties.put("tiphys.slack.url", endpoints.slackApiUrl());
        properties.put("tiphys.slack.team", SandboxEndpoints.SLACK_TEAM);
        properties.put("tiphys.slack.token", SandboxEndpoints.SLACK_TOKEN);
        properties.put("tiphys.slack.signing-secret", SandboxEndpoints.SLACK_SIGNING_SECRET);
        properties.put("tiphys.events.url", endpoints.eventsUrl());
    }

    /// Lists the portal's address for sign-in and for Slack.
    void welcome(URI portal) {
        if (sandbox != null) {
            sandbox.portal().add(portal);
        } else {
            RunningSandbox.welcome(endpoints, portal);
        }
    }

    @Override
    public void close() {
        if (sandbox != null) {
            sandbox.close();
        }
    }
}
