package dev.tiphys.identity;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
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

    private final People people;
    private final KnownPeople known;
    private final ApplicationEventPublisher events;
    private final OidcClientInitiatedLogoutSuccessHandler providerLogout;

    SignInOutcome(People people, KnownPeople known, ApplicationEventPublisher events, SignInProvider provider,
            WebSettings web) {
        this.people = people;
        this.known = known;
        this.events = events;
        this.providerLogout = new OidcClientInitiatedLogoutSuccessHandler(provider);
        providerLogout.setPostLogoutRedirectUri(web.publicAddress().orElse("{baseUrl}") + "/sign-in?why=out");
        providerLogout.setDefaultTargetUrl("/sign-in?why=out");
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
            Authentication authentication) throws IOException {
        people.find(authentication).ifPresent(person -> {
            known.note(person);
            record(person, "session.signed-in");
        });
        HttpSession session = request.getSession();
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
            people.find(authentication).ifPresent(person -> record(person, "session.signed-out"));
        }
        try {
            providerLogout.onLogoutSuccess(request, response, authentication);
        } catch (SignInUnavailableException | jakarta.servlet.ServletException e) {
            log.warn("The provider's session could not be ended: {}", e.getMessage());
            response.sendRedirect("/sign-in?why=out");
        }
    }

    private void record(Person person, String code) {
        events.publishEvent(ActionTaken.by(person, code, "person", person.subject()));
    }
}
