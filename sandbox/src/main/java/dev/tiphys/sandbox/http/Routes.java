package dev.tiphys.sandbox.http;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The routes of one mounted system: a method and a path template such as `/api/v1/applications/{name}` lead to a
/// handler. What happens to an unknown path or a wrong method differs between systems, so they say it themselves.
public final class Routes implements SandboxServer.Handler {

    private final String prefix;
    private final SandboxServer.Handler unknownPath;
    private final SandboxServer.Handler wrongMethod;
    private final List<Route> routes = new ArrayList<>();

    public Routes(String prefix, SandboxServer.Handler unknownPath, SandboxServer.Handler wrongMethod) {
        this.prefix = prefix;
        this.unknownPath = unknownPath;
        this.wrongMethod = wrongMethod;
    }

    /// Adds a route; `{x}` matches one segment, the first route that fits wins.
    public Routes on(String method, String template, RouteHandler handler) {
        routes.add(new Route(method, List.of(template.split("/", -1)), handler));
        return this;
    }

    @Override
    public void serve(Request request) throws IOException, InterruptedException {
        List<String> path = List.of(request.rawPath().substring(prefix.length()).split("/", -1));
        boolean known = false;
        for (Route route : routes) {
            Map<String, String> parameters = route.match(path);
            if (parameters != null) {
                known = true;
                if (route.method.equals(request.method())) {
                    route.handler.serve(request, parameters);
                    return;
                }
            }
        }
        (known ? wrongMethod : unknownPath).serve(request);
    }

    /// Answers one route, given the decoded path parameters.
    @FunctionalInterface
    public interface RouteHandler {

        void serve(Request request, Map<String, String> path) throws IOException, InterruptedException;
    }

    private record Route(String method, List<String> template, RouteHandler handler) {

        @org.jspecify.annotations.Nullable
        Map<String, String> match(List<String> path) {
            if (path.size() != template.size()) {
                return null;
            }
            Map<String, String> parameters = new HashMap<>();
            for (int i = 0; i < path.size(); i++) {
                if (template.get(i).startsWith("{")) {
                    String name = template.get(i).substring(1, template.get(i).length() - 1);
                    parameters.put(name, URLDecoder.decode(path.get(i).replace("+", "%2B"), StandardCharsets.UTF_8));
                } else if (!template.get(i).equals(path.get(i))) {
                    return null;
                }
            }
            return parameters;
        }
    }
}
