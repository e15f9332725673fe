package dev.tiphys.sandbox.page;

import java.io.IOException;

import dev.tiphys.sandbox.http.Request;
import dev.tiphys.sandbox.http.SandboxServer;

/// Stands where Argo CD and Argo Workflows have pages of their own, so that a link to one of them leads to a page that
/// says what would be there.
public final class OwnPages {

    private OwnPages() {
    }

    public static void install(SandboxServer server) {
        server.mount("/argocd/applications", request -> show(request, "Argo CD", "Application"));
        server.mount("/workflows/workflows", request -> show(request, "Argo Workflows", "workflow"));
    }

    private static void show(Request request, String system, String kind) throws IOException {
        String path = Request.decode(request.rawPath());
        String name = path.substring(path.lastIndexOf('/') + 1);
        String node = request.query("nodeId").map(id -> " with the node " + id + " chosen").orElse("");
        new Page(system, Page.Layout.CARD, Html.of("""
                <h1>%s</h1><p>Here is %s's own page of the %s <b>%s</b>%s. The sandbox plays its API, not its pages.</p>
                """, name, system, kind, name, node)).answer(request, 200);
    }
}
