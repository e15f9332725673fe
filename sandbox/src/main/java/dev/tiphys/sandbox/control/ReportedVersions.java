package dev.tiphys.sandbox.control;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import dev.tiphys.sandbox.http.Request;
import dev.tiphys.sandbox.http.SandboxServer;
import dev.tiphys.sandbox.page.Form;

/// Lets a system tell another version of itself than it plays, as the fault `version`: its behaviour stays the same.
final class ReportedVersions implements SandboxServer.Interceptor {

    private static final Pattern VERSION = Pattern.compile("v?[0-9][0-9A-Za-z.+-]{0,40}");

    private static final Map<String, Tool> TOOLS = Map.of("argocd", new Tool("/argocd/api/version", "Version"),
            "workflows", new Tool("/workflows/api/v1/version", "version"), "kubernetes",
            new Tool("/kube/hub/version", "gitVersion"));

    private final Map<String, String> told = new ConcurrentHashMap<>();

    private record Tool(String path, String field) {}

    FaultKind.Begun begin(Form form) {
        String system = form.get("system");
        String version = form.get("version");
        Tool tool = TOOLS.get(system);
        if (tool == null) {
            throw new IllegalArgumentException("system must be one of argocd, kubernetes, workflows, not '" + system
                    + "'");
        }
        if (!version.isEmpty() && !VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException("version must be one such as v3.0.5, or empty, not '" + version + "'");
        }
        told.put(tool.path(), JsonMapper.shared().createObjectNode().put(tool.field(), version).toString());
        return FaultKind.Begun.untilLifted(
                system + (version.isEmpty() ? " tells no version" : " says that it is " + version),
                () -> told.remove(tool.path()));
    }

    @Override
    public boolean intercepts(Request request) throws IOException {
        @Nullable
        String answer = request.method().equals("GET") ? told.get(request.rawPath()) : null;
        if (answer == null) {
            return false;
        }
        request.answer(200, "application/json", answer);
        return true;
    }
}
