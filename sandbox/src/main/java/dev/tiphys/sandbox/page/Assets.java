package dev.tiphys.sandbox.page;

import java.io.IOException;
import java.io.InputStream;

import dev.tiphys.sandbox.http.Request;
import dev.tiphys.sandbox.http.SandboxServer;

/// Serves the stylesheet of the sandbox's pages.
public final class Assets {

    private static final String PREFIX = "/sandbox/assets";

    private Assets() {
    }

    public static void install(SandboxServer server) {
        server.mount(PREFIX, Assets::serve);
    }

    private static void serve(Request request) throws IOException {
        if (!request.rawPath().equals(PREFIX + "/sandbox.css")) {
            request.answer(404, "text/plain; charset=utf-8", "there is no such file\n");
            return;
        }
        try (InputStream css = Assets.class.getResourceAsStream("sandbox.css")) {
            if (css == null) {
                throw new IllegalStateException("sandbox.css is missing from the sandbox's jar");
            }
            request.answerHeader("Cache-Control", "max-age=60");
            request.answer(200, "text/css; charset=utf-8", css.readAllBytes());
        }
    }
}
