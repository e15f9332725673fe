package dev.tiphys.sandbox;

import java.net.URI;

/// Where a sandbox serves what, and the fixed credentials that it accepts. They follow from its address alone, so that
/// a portal can use a sandbox that runs as another process.
public record SandboxEndpoints(URI baseUri) {

    /// Three parts, as the tokens of Argo CD have, but no secret.
    public static final String ARGOCD_TOKEN = "eyJhbGciOiJub25lIn0.eyJpc3MiOiJhcmdvY2QiLCJzdWIiOiJ0aXBoeXM6YXBpS2V5In0.sandbox";
    public static final String WORKFLOWS_TOKEN = "sandbox-workflows-token";
    public static final String KUBERNETES_TOKEN = "sandbox-kubernetes-token";
    public static final String PROVIDER_TOKEN = "sandbox-provider-token";
    public static final String SLACK_TEAM = "T0SANDBOX";
    public static final String SLACK_TOKEN = "xoxb-sandbox-token";
    public static final String SLACK_SIGNING_SECRET = "sandbox-slack-signing-secret";
    public static final String OIDC_CLIENT_ID = "tiphys";
    public static final String OIDC_CLIENT_SECRET = "sandbox-client-secret";
    public static final String WORKFLOWS_NAMESPACE = "promotions";

    public URI argoCdUrl() {
        return below("/argocd");
    }

    public URI workflowsUrl() {
        return below("/workflows");
    }

    /// The Kubernetes API of one cluster: `hub` or a member.
    public URI kubeUrl(String cluster) {
        return below("/kube/" + cluster);
    }

    public URI eventsUrl() {
        return below("/events/promotions");
    }

    /// The base of Slack's Web API.
    public URI slackApiUrl() {
        return below("/slack/api/");
    }

    /// The systems of the IT providers.
    public URI providerApi() {
        return below("/provider-api");
    }

    /// The page that shows what the providers have made.
    public URI providersPage() {
        return below("/sandbox/providers");
    }

    public URI slackPage() {
        return below("/slack");
    }

    public URI oidcIssuer() {
        return below("/oidc");
    }

    /// The page with the clock and the faults.
    public URI controlPage() {
        return below("/sandbox");
    }

    /// The page on which the demo plays itself.
    public URI storyPage() {
        return below("/sandbox/story");
    }

    /// The levers as JSON.
    public URI controlApi() {
        return below("/sandbox/api");
    }

    private URI below(String path) {
        return URI.create(baseUri + path);
    }
}
