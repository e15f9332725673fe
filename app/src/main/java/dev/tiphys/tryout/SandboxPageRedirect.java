package dev.tiphys.tryout;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Leads from `/sandbox` on the portal to the page with the clock and the faults. It stands before sign-in, and exists
/// in the profile `sandbox` alone.
@Component
@Profile(SandboxProfile.NAME)
@Order(Ordered.HIGHEST_PRECEDENCE)
class SandboxPageRedirect extends OncePerRequestFilter {

    private final String page;

    SandboxPageRedirect(Environment environment) {
        this.page = environment.getRequiredProperty("tiphys.sandbox.page");
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals(request.getContextPath() + "/sandbox");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setStatus(HttpServletResponse.SC_TEMPORARY_REDIRECT);
        response.setHeader("Location", page);
    }
}
