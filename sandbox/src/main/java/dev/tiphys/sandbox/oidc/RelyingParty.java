package dev.tiphys.sandbox.oidc;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/// The one client of the provider: the portal. Addresses are compared exactly, and only listed ones are ever
/// redirected to.
public final class RelyingParty {

    private final String clientId;
    private final String clientSecret;
    private final Set<String> redirectUris = new CopyOnWriteArraySet<>();
    private final AtomicReference<@Nullable URI> signOutUri = new AtomicReference<>();
    private final Set<String> signedOutUris = new CopyOnWriteArraySet<>();

    public RelyingParty(String clientId, String clientSecret) {
        this.clientId = clientId;
        this.clientSecret = clientSecret;
    }

    public String clientId() {
        return clientId;
    }

    /// Lists an address that the provider may send codes to.
    public void addRedirectUri(URI uri) {
        redirectUris.add(uri.toString());
    }

    /// Lists an address that the provider may lead to after a sign-out.
    public void addSignedOutUri(URI uri) {
        signedOutUris.add(uri.toString());
    }

    /// Names the address that hears, past the browser, that a session has ended.
    public void setSignOutUri(URI uri) {
        signOutUri.set(uri);
    }

    Optional<URI> signOutUri() {
        return Optional.ofNullable(signOutUri.get());
    }

    String clientSecret() {
        return clientSecret;
    }

    boolean isRedirectUri(String uri) {
        return redirectUris.contains(uri);
    }

    boolean isSignedOutUri(String uri) {
        return signedOutUris.contains(uri);
    }

    boolean isAuthentic(String id, String secret) {
        return clientId.equals(id) && clientSecret.equals(secret);
    }
}
