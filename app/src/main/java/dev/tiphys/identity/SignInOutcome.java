package dev.tiphys.identity;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;

import dev.tiphys.web.WebSettings;

/// Where a person goes after signing in or out, and that it is on record.
@Component
class SignInOutcome implements AuthenticationSuccessHandler, AuthenticationFailureHandler, LogoutSuccessHandler {

    private static final Logger log = LoggerFactory.getLogger(SignInOutcome.class);

    private final SignInRecord record;
    private final OidcClientInitiatedLogoutSuccessHandler providerLogout;

    SignInOutcome(SignInRecord record, SignInProvider provider, WebSettings web) {
        this.record = record;
        this.providerLogout = new OidcClientInitiatedLogoutSuccessHandler(provider);
        providerLogout.setPostLogoutRedirectUri(web.publicAddress().orElse("{baseUrl}") + "/sign-in?why=out");
        providerLogout.setDefaultTargetUrl("/sign-in?why=out");
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
            Authentication authentication) throws IOException {
        HttpSession session = request.getSession();
        record.signedIn(authentication, session);
        Object wanted = session.getAttribute(ReturnPath.ATTRIBUTE);
        session.removeAttribute(ReturnPath.ATTRIBUTE);
        response.sendRedirect(wanted instanceof String path ? path : "/");
    }

    @Override
    public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
            AuthenticationException cause) throws IOException {
        log.warn("A sign-in was refused: {}", cause.getMessage());
        response.sendRedirect("/sign-in?why=refused");
    }

    @Override
    public void onLogoutSuccess(HttpServletRequest request, HttpServletResponse response,
            @Nullable Authentication authentication) throws IOException {
        if (authentication != null) {
            record.signedOut(authentication);
        }
        try {
            providerLogout.onLogoutSuccess(request, response, authentication);
        } catch (SignInUnavailableException | jakarta.servlet.ServletException e) {
            log.warn("The provider's session could not be ended: {}", e.getMessage());
            response.sendRedirect("/sign-in?why=out");
        }
    }
}
