package dev.tiphys.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/// Answers a sign-out of the provider that cannot be checked because the provider's keys are not to be had: nothing was
/// ended, and it is worth another try. OpenID Connect Back-Channel Logout 1.0 wants such answers never to be cached.
final class SilentProviderFilter extends OncePerRequestFilter {

    private static final String BACK_CHANNEL = "/logout/connect/back-channel/";
    private static final String SECONDS = "30";
    private static final String BODY = """
            {"error": "temporarily_unavailable", "error_description": "%s"}""".formatted(
            "The keys of the sign-in service could not be read. Nothing was ended; send it again.");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(BACK_CHANNEL);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (SignInUnavailableException silent) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            response.setHeader("Retry-After", SECONDS);
            response.setHeader("Cache-Control", "no-store");
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.getOutputStream().write(BODY.getBytes(StandardCharsets.UTF_8));
        }
    }
}
