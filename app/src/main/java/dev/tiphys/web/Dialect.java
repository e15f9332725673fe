package dev.tiphys.web;

import jakarta.servlet.http.HttpServletRequest;

/// Whether a request is a program's or a person's. The address decides, not the Accept header, so that a program never
/// gets a sign-in page.
public enum Dialect {

    JSON, PAGE;

    public static Dialect of(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/api/") || path.startsWith("/v3/api-docs") ? JSON : PAGE;
    }
}
