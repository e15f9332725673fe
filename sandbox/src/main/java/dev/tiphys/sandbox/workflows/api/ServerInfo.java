package dev.tiphys.sandbox.workflows.api;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.workflows.Callers.Caller;

/// What the server tells of itself and of the caller.
final class ServerInfo {

    static final String VERSION = "v4.1.2";

    private ServerInfo() {
    }

    static void mount(ArgoServer server) {
        server.on("GET", "/api/v1/info", call -> call.answer(info()))
                .on("GET", "/api/v1/version", call -> call.answer(version()))
                .on("GET", "/api/v1/userinfo", call -> call.answer(user(call.caller())));
    }

    private static ObjectNode info() {
        ObjectNode info = JsonNodeFactory.instance.objectNode().put("managedNamespace", "");
        info.putArray("links");
        info.putArray("columns");
        info.put("navColor", "").putObject("modals").put("feedback", false).put("firstTimeUser", false)
                .put("newVersion", false);
        return info;
    }

    private static ObjectNode version() {
        return JsonNodeFactory.instance.objectNode().put("version", VERSION).put("buildDate", "2026-10-01T00:00:00Z")
                .put("gitCommit", "sandbox").put("gitTag", VERSION).put("gitTreeState", "clean")
                .put("goVersion", "go1.25").put("compiler", "gc").put("platform", "linux/amd64");
    }

    private static ObjectNode user(Caller caller) {
        ObjectNode user = JsonNodeFactory.instance.objectNode().put("subject", caller.subject());
        caller.groups().forEach(user.withArray("groups")::add);
        String[] parts = caller.subject().split(":", -1);
        if (parts.length == 4) {
            user.put("serviceAccountNamespace", parts[2]).put("serviceAccountName", parts[3]);
        }
        if (!caller.email().isEmpty()) {
            user.put("email", caller.email()).put("emailVerified", true);
        }
        if (!caller.username().isEmpty()) {
            user.put("name", caller.username());
        }
        return user;
    }
}
