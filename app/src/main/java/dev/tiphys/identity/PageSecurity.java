package dev.tiphys.identity;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

import dev.tiphys.web.ErrorPage;
import dev.tiphys.web.Failure;

/// What a page request gets that lacks a sign-in or a right: the way to sign in and back, or the error page.
@Component
class PageSecurity implements AuthenticationEntryPoint, AccessDeniedHandler {

    /// Set by Spring Session where no session was found.
    private static final String UNKNOWN_SESSION = SessionRepositoryFilter.SESSION_REPOSITORY_ATTR + ".invalidSessionId";

    private final ErrorPage errors;

    PageSecurity(ErrorPage errors) {
        this.errors = errors;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        if (cause instanceof ProviderSilentException silent) {
            errors.write(request, response, Failure.of(HttpStatus.SERVICE_UNAVAILABLE, silent.words()));
            return;
        }
        if (cause instanceof SignInAgainException again) {
            toSignIn(request, response, again.why().word());
            return;
        }
        boolean expired = WebUtils.getCookie(request, IdleSessions.SESSION_COOKIE) != null
                && request.getAttribute(UNKNOWN_SESSION) != null;
        boolean inMidForm = !request.getMethod().equals("GET") || isHtmx(request);
        toSignIn(request, response, expired || inMidForm ? "expired" : null);
    }

    /// A form of an expired session is refused for its CSRF token before anybody asks who sent it.
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who == null || who instanceof AnonymousAuthenticationToken) {
            toSignIn(request, response, "expired");
            return;
        }
        String reason = cause instanceof CsrfException
                ? "The form is from an earlier session. Reload the page and send it again."
                : String.valueOf(cause.getMessage());
        errors.write(request, response, Failure.of(HttpStatus.FORBIDDEN, reason));
    }

    private static void toSignIn(HttpServletRequest request, HttpServletResponse response, @Nullable String why)
            throws IOException {
        Optional<String> back = ReturnPath.of(request).map(ReturnPath::asParameter);
        String address = "/sign-in?" + back.orElse("")
                + (why == null ? "" : (back.isPresent() ? "&" : "") + "why=" + why);
        if (isHtmx(request)) {
            response.setHeader("HX-Redirect", address);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (request.getRequestURI().equals("/live")) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", address);
        }
    }

    private static boolean isHtmx(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }
}
