package dev.tiphys.identity;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import dev.tiphys.web.Failure;

/// What a program gets that lacks a sign-in or a right: a problem, never a redirect.
@Component
class ApiSecurity implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final JsonMapper json;

    ApiSecurity(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        switch (cause) {
            case ProviderSilentException silent -> {
                write(response, HttpStatus.SERVICE_UNAVAILABLE, silent.words());
                return;
            }
            case SignInAgainException again -> {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE,
                        "Bearer error=\"" + (again.why() == SignInAgainException.Why.FRESH
                                ? "insufficient_user_authentication"
                                : "invalid_token") + "\"");
                write(response, HttpStatus.UNAUTHORIZED, again.words());
                return;
            }
            default -> {
                // Nobody known has come.
            }
        }
        boolean brought = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, brought ? "Bearer error=\"invalid_token\"" : "Bearer");
        write(response, HttpStatus.UNAUTHORIZED,
                brought
                        ? "The API token is unknown, expired or revoked, or suspended since the database was restored. Make a new one under Settings."
                        : "Send an API token as \"Authorization: Bearer tph_...\".");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException {
        // A missing CSRF token is noticed first; who is not signed in at all has to hear of that.
        if (cause instanceof CsrfException && SecurityContextHolder.getContext().getAuthentication() == null) {
            commence(request, response, new InsufficientAuthenticationException("nobody is signed in", cause));
            return;
        }
        write(response, HttpStatus.FORBIDDEN, cause instanceof CsrfException
                ? "A browser session needs the CSRF token in the header X-CSRF-TOKEN; programs use an API token."
                : String.valueOf(cause.getMessage()));
    }

    private void write(HttpServletResponse response, HttpStatus status, String detail) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(Failure.of(status, detail).problem()));
    }
}
