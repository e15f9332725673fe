package dev.tiphys.identity;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/// Where a person wants to be after signing in: always a path of this portal, so that a crafted link leads
/// nowhere else.
record ReturnPath(String path) {

    static final String PARAMETER = "return";
    static final String ATTRIBUTE = "tiphys.return";

    static Optional<ReturnPath> of(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        boolean local = text.startsWith("/") && !text.startsWith("//") && !text.contains("\\")
                && text.chars().noneMatch(Character::isISOControl) && !text.startsWith("/sign-in")
                && !text.startsWith("/live") && !text.startsWith("/oauth2/") && !text.startsWith("/login/");
        return local ? Optional.of(new ReturnPath(text)) : Optional.empty();
    }

    /// The page the person saw: for a form or a fragment that is not the address of the request.
    static Optional<ReturnPath> of(HttpServletRequest request) {
        String shown = request.getHeader("HX-Current-URL");
        if (shown == null && !request.getMethod().equals("GET")) {
            shown = request.getHeader("Referer");
        }
        if (shown != null) {
            return localPart(shown);
        }
        String query = request.getQueryString();
        return of(request.getRequestURI() + (query == null ? "" : "?" + query));
    }

    private static Optional<ReturnPath> localPart(String address) {
        try {
            URI uri = URI.create(address);
            String query = uri.getRawQuery();
            return of(uri.getRawPath() + (query == null ? "" : "?" + query));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String asParameter() {
        return PARAMETER + "=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }
}
