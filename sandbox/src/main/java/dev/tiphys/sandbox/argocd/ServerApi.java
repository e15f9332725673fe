package dev.tiphys.sandbox.argocd;

import java.io.IOException;
import java.util.Optional;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What the server says about itself and about who is calling: version, session, settings, rights.
final class ServerApi {

    private static final String VERSION = "v3.5.1+109ca7c";

    private final ArgoCdTokens tokens;

    ServerApi(ArgoCdTokens tokens) {
        this.tokens = tokens;
    }

    void mount(Gateway gateway) {
        gateway.open("GET", "/version", this::version)
                .open("GET", "/v1/session/userinfo", this::userInfo)
                .open("GET", "/v1/settings", this::settings)
                .open("POST", "/v1/session", this::login)
                .open("DELETE", "/v1/session", this::logout)
                .on("GET", "/v1/account/can-i/{resource}/{action}/{project}", this::canI)
                .on("GET", "/v1/account/can-i/{resource}/{action}/{project}/{name}", this::canI);
    }

    private void version(Call call, Optional<Caller> session) throws IOException {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("Version", VERSION);
        if (session.isPresent()) {
            answer.put("BuildDate", "2026-08-03T09:12:44Z").put("GitCommit", "109ca7cae8a3d4d0a9b0a0b5cf0ad3c2d7a0e6d1")
                    .put("GitTreeState", "clean").put("GoVersion", "go1.26.2").put("Compiler", "gc")
                    .put("Platform", "linux/amd64").put("KustomizeVersion", "v5.8.1").put("HelmVersion", "v3.19.4")
                    .put("KubectlVersion", "v0.35.0").put("JsonnetVersion", "v0.21.0");
        }
        call.answer(answer);
    }

    private void userInfo(Call call, Optional<Caller> session) throws IOException {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        session.ifPresent(caller -> {
            answer.put("loggedIn", true).put("username", caller.username()).put("iss", "argocd");
            if (!caller.groups().isEmpty()) {
                caller.groups().forEach(answer.putArray("groups")::add);
            }
        });
        call.answer(answer);
    }

    private void settings(Call call, Optional<Caller> session) throws IOException {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("url", "http://" + call.request().header("Host").orElse("localhost") + "/argocd");
        answer.put("appLabelKey", "app.kubernetes.io/instance").put("trackingMethod", "annotation");
        answer.put("userLoginsDisabled", false).put("execEnabled", false).put("appsInAnyNamespaceEnabled", false)
                .put("syncWithReplaceAllowed", true);
        if (session.isPresent()) {
            answer.put("controllerNamespace", Informer.NAMESPACE).putObject("resourceOverrides");
        }
        call.answer(answer);
    }

    private void login(Call call, Optional<Caller> session) throws IOException {
        Body body = call.body();
        String token = tokens.login(body.text("username"), body.text("password"))
                .orElseThrow(() -> GrpcException.unauthenticated("Invalid username or password"));
        call.request().answerHeader("Set-Cookie", "argocd.token=" + token + "; path=/; SameSite=lax; httpOnly");
        call.answer(JsonNodeFactory.instance.objectNode().put("token", token));
    }

    private void logout(Call call, Optional<Caller> session) throws IOException {
        call.request().answerHeader("Set-Cookie", "argocd.token=; path=/; SameSite=lax; httpOnly");
        call.answerEmpty();
    }

    private void canI(Call call) throws IOException {
        String name = call.parameter("name");
        String object = name.isEmpty() ? call.parameter("project") : call.parameter("project") + "/" + name;
        boolean may = !call.parameter("action").equals("action")
                && call.caller().may(call.parameter("resource"), call.parameter("action"), object);
        call.answer(JsonNodeFactory.instance.objectNode().put("value", may ? "yes" : "no"));
    }
}
