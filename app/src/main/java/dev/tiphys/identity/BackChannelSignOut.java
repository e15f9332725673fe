package dev.tiphys.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/// The provider says, by a signed token and past the browser, that somebody has signed out there.
@Component
class BackChannelSignOut implements LogoutHandler {

    private final SignedInSessions sessions;

    BackChannelSignOut(SignedInSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response,
            @Nullable Authentication authentication) {
        if (authentication != null && authentication.getPrincipal() instanceof OidcLogoutToken token) {
            sessions.endByProvider(token.getSubject(), token.getSessionId());
        }
    }
}
