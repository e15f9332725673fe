package dev.tiphys.identity.limit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import dev.tiphys.identity.limit.LimitSettings.Kind;

/// Refuses who asks too much, before anything else is done for them. It stands behind the filters that know the session
/// and before those that look at who it is.
@Component
@Order(LimitFilter.BEFORE_SECURITY)
class LimitFilter extends OncePerRequestFilter {

    static final int BEFORE_SECURITY = -103;

    private static final Set<String> FREE = Set.of("/css/", "/js/", "/icons/", "/images/", "/webjars/", "/live",
            "/actuator/health", "/error");
    private static final Set<String> SIGN_IN = Set.of("/sign-in", "/oauth2/", "/login/", "/emergency/");

    private final Buckets buckets;
    private final LimitAnswer answer;

    LimitFilter(Buckets buckets, LimitAnswer answer) {
        this.buckets = buckets;
        this.answer = answer;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return startsWithAny(request, FREE);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        for (Map.Entry<Kind, String> caller : callers(request).entrySet()) {
            Optional<Duration> pause = buckets.take(caller.getKey(), caller.getValue());
            if (pause.isPresent()) {
                answer.tooMany(request, response, caller.getKey(), pause.get());
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private static Map<Kind, String> callers(HttpServletRequest request) {
        Map<Kind, String> callers = new EnumMap<>(Kind.class);
        String address = request.getRemoteAddr();
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        String session = authorization == null ? signedIn(request) : null;
        callers.put(Kind.ADDRESS, address);
        if (authorization != null) {
            callers.put(Kind.TOKEN, hash(authorization));
        } else if (session != null) {
            callers.put(Kind.SESSION, session);
        } else {
            callers.put(Kind.ANONYMOUS, address);
        }
        if (startsWithAny(request, SIGN_IN)) {
            callers.put(Kind.SIGN_IN, address);
        }
        return callers;
    }

    /// The session of somebody who has signed in; a made-up cookie is none.
    private static @Nullable String signedIn(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        boolean known = session != null && session
                .getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) != null;
        return known ? session.getId() : null;
    }

    private static boolean startsWithAny(HttpServletRequest request, Set<String> prefixes) {
        return prefixes.stream().anyMatch(request.getRequestURI()::startsWith);
    }

    /// No token stays in memory for being counted.
    private static String hash(String authorization) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(authorization.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }
}
