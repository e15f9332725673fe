package dev.tiphys.identity;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.filter.OncePerRequestFilter;

import dev.tiphys.identity.SignInAgainException.Why;

/// Stands before every handler: puts the person as they are now in the place of the one who signed in, ends what has
/// lasted too long, and has each change by a token on record before it happens.
final class SessionKeeper extends OncePerRequestFilter {

    /// When the session's person signed in, in epoch milliseconds.
    static final String SIGNED_IN_AT = "tiphys.signed-in-at";

    private static final Set<String> OPEN = Set.of("/css/", "/js/", "/icons/", "/images/", "/webjars/", "/sign-in",
            "/emergency/", "/actuator/health");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Presence presence;
    private final TokenUse tokenUse;
    private final IdentitySettings settings;
    private final Clock clock;

    SessionKeeper(Presence presence, TokenUse tokenUse, IdentitySettings settings, Clock clock) {
        this.presence = presence;
        this.tokenUse = tokenUse;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return OPEN.stream().anyMatch(request.getRequestURI()::startsWith);
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        switch (who == null ? null : who.getPrincipal()) {
            case OidcUser user -> {
                endIfTooLong(request);
                become(present(user, request));
            }
            case EmergencyPass pass -> become(emergency(pass, request));
            case Person person when who instanceof TokenAuthentication && !isReading(request) ->
                tokenUse.note(person, request);
            case null, default -> {
                // A stranger; what follows refuses them.
            }
        }
        chain.doFilter(request, response);
    }

    private PersonAuthentication present(OidcUser user, HttpServletRequest request) {
        try {
            return presence.of(user);
        } catch (SignInAgainException refused) {
            end(request);
            throw refused;
        }
    }

    private PersonAuthentication emergency(EmergencyPass pass, HttpServletRequest request) {
        if (clock.instant().isAfter(pass.endsAt())) {
            end(request);
            throw new SignInAgainException(Why.EXPIRED, "The emergency session has ended. Mint another one.");
        }
        return new PersonAuthentication(presence.of(pass), clock.instant(), pass.begunAt());
    }

    private void endIfTooLong(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return;
        }
        Object began = session.getAttribute(SIGNED_IN_AT);
        Instant since = Instant.ofEpochMilli(began instanceof Long time ? time : session.getCreationTime());
        if (since.plus(settings.sessionLife()).isBefore(clock.instant())) {
            end(request);
            throw new SignInAgainException(Why.EXPIRED, "The session has lasted "
                    + settings.sessionLife().toHours() + " hours and has ended. Sign in again.");
        }
    }

    private static void end(HttpServletRequest request) {
        @Nullable
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    /// For this request only: the session keeps what it holds.
    private static void become(PersonAuthentication person) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(person);
        SecurityContextHolder.setContext(context);
    }

    private static boolean isReading(HttpServletRequest request) {
        return READING.contains(request.getMethod().toUpperCase(Locale.ROOT));
    }
}
