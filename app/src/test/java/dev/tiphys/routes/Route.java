package dev.tiphys.routes;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import dev.tiphys.identity.Permission;

/// One line of the table.
///
/// @param path a variable may carry a value, as in `{service=checkout}`; without one it names what does not exist
/// @param who `everybody`, `signed-in`, `signature`, or the word of a permission, with `?` behind it where more is asked
/// @param sample parameters or a JSON body with which a caller who has the right gets past it; empty needs none
record Route(String method, String path, String who, String sample) {

    /// Looks like an id of each kind and is none.
    private static final String UNKNOWN = "0197a000-0000-7000-8000-000000000000";

    String key() {
        return method + " " + path.replaceAll("\\{([^}=]+)=[^}]*}", "{$1}");
    }

    /// What it needs beyond being signed in; for everything else it is open.
    Optional<Permission> permission() {
        return Permission.find(who.replace("?", ""));
    }

    /// Whether the permission alone is enough.
    boolean isEnough() {
        return !who.endsWith("?");
    }

    boolean isOpen() {
        return who.equals("everybody");
    }

    boolean isSigned() {
        return who.equals("signature");
    }

    boolean isForPrograms() {
        return path.startsWith("/api/") || path.startsWith("/v3/api-docs");
    }

    boolean changesSomething() {
        return !method.equals("GET") && !method.equals("ANY");
    }

    /// Whether it names something that does not exist.
    boolean namesNothing() {
        return path.matches(".*\\{[^}=]+}.*");
    }

    AbstractMockHttpServletRequestBuilder<?> call() {
        String address = path.replaceAll("\\{[^}=]+=([^}]*)}", "$1").replaceAll("\\{[^}]+}", UNKNOWN).replace("/**",
                "/none");
        var request = MockMvcRequestBuilders.request(verb(), address);
        if (sample.startsWith("{") || (sample.isEmpty() && isForPrograms() && changesSomething())) {
            return request.contentType(MediaType.APPLICATION_JSON).content(sample.isEmpty() ? "{}" : sample);
        }
        for (String parameter : sample.isEmpty() ? new String[0] : sample.split("&")) {
            int equals = parameter.indexOf('=');
            request.param(parameter.substring(0, equals), parameter.substring(equals + 1));
        }
        return request;
    }

    private HttpMethod verb() {
        return HttpMethod.valueOf(method.equals("ANY") ? "GET" : method);
    }

    static @Nullable Route parse(String line) {
        String text = line.strip();
        if (text.isEmpty() || text.startsWith("#") || text.startsWith("[")) {
            return null;
        }
        String[] parts = text.split("\\s+", 4);
        if (parts.length < 3) {
            throw new IllegalArgumentException("A route needs method, path and who: " + line);
        }
        return new Route(parts[0], parts[1], parts[2], parts.length == 4 ? parts[3] : "");
    }
}
