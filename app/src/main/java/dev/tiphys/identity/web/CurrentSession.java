package dev.tiphys.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/// The browser session that a request belongs to; a program has none.
final class CurrentSession {

    private CurrentSession() {
    }

    static @Nullable String id(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? null : session.getId();
    }
}
