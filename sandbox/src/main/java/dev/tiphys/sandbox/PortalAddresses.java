package dev.tiphys.sandbox;

import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import dev.tiphys.sandbox.oidc.RelyingParty;

/// Where the portal is: the addresses that people may be sent back to after signing in, and where Slack sends what they
/// press. A portal that starts later, or elsewhere, says so here.
public final class PortalAddresses {

    /// The name under which the portal registers its sign-in, and so the end of its redirect address.
    public static final String REGISTRATION = "tiphys";

    private final RelyingParty relyingParty;
    private final AtomicReference<URI> latest;

    PortalAddresses(RelyingParty relyingParty, URI first) {
        this.relyingParty = relyingParty;
        this.latest = new AtomicReference<>(first);
        add(first);
    }

    /// Lists one more address of the portal, such as `http://localhost:8080`; it is the one that Slack calls from now.
    public void add(URI portal) {
        if (!List.of("http", "https").contains(String.valueOf(portal.getScheme())) || portal.getHost() == null) {
            throw new IllegalArgumentException("the portal's address must look like http://host:port, not " + portal);
        }
        String base = portal.toString().replaceAll("/+$", "");
        latest.set(URI.create(base));
        relyingParty.addRedirectUri(URI.create(base + "/login/oauth2/code/" + REGISTRATION));
        relyingParty.addSignedOutUri(URI.create(base));
        relyingParty.addSignedOutUri(URI.create(base + "/"));
        relyingParty.addSignedOutUri(URI.create(base + "/sign-in?why=out"));
        relyingParty.setSignOutUri(URI.create(base + "/logout/connect/back-channel/" + REGISTRATION));
    }

    /// The address that was listed last.
    public URI latest() {
        return latest.get();
    }

    /// Where Slack sends what people press.
    public URI slackRequests() {
        return URI.create(latest() + "/slack/interactions");
    }
}
