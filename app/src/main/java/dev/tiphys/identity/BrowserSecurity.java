package dev.tiphys.identity;

import java.net.URI;

import org.springframework.stereotype.Component;

/// What the chain of the pages needs beyond Spring's own: how people are sent to the provider and how it signs
/// them out.
@Component
record BrowserSecurity(FreshSignInRequest signInRequests, BackChannelSignOut signOut, SessionKeeping keeping,
        SignInSettings settings) {

    URI issuer() {
        return settings.issuer();
    }
}
