package dev.tiphys.routes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/// The table of routes, and the routes that there are. Below `[filters]` stand those that a filter answers, which no
/// mapping knows.
final class RouteTable {

    static final String FILE = "routes.txt";

    private final Map<String, Route> mapped = new LinkedHashMap<>();
    private final Map<String, Route> filters = new LinkedHashMap<>();

    private RouteTable() {
    }

    static RouteTable read() {
        RouteTable table = new RouteTable();
        try (InputStream file = Objects.requireNonNull(RouteTable.class.getResourceAsStream(FILE))) {
            Map<String, Route> part = table.mapped;
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                part = line.strip().equals("[filters]") ? table.filters : part;
                Route route = Route.parse(line);
                if (route != null && part.put(route.key(), route) != null) {
                    throw new IllegalStateException(FILE + " names twice: " + route.key());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }

    Set<Route> all() {
        Set<Route> all = new java.util.LinkedHashSet<>(mapped.values());
        all.addAll(filters.values());
        return all;
    }

    Optional<Route> find(String key) {
        return Optional.ofNullable(mapped.get(key));
    }

    /// The mapped routes of the table that no handler answers any more.
    Set<String> without(Set<String> existing) {
        Set<String> stale = new TreeSet<>(mapped.keySet());
        stale.removeAll(existing);
        return stale;
    }

    /// Every method and path that a handler of this portal answers.
    static Set<String> existing(ApplicationContext portal) {
        Set<String> keys = new TreeSet<>();
        portal.getBeansOfType(RequestMappingInfoHandlerMapping.class).values()
                .forEach(mapping -> mapping.getHandlerMethods().keySet().forEach(info -> addKeys(info, keys)));
        return keys;
    }

    private static void addKeys(RequestMappingInfo info, Set<String> keys) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        for (String path : info.getPatternValues()) {
            if (methods.isEmpty()) {
                keys.add("ANY " + path);
            }
            methods.forEach(method -> keys.add(method + " " + path));
        }
    }
}
