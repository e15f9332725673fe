package dev.tiphys.sandbox.slack;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.http.Request;
import dev.tiphys.sandbox.http.Routes;
import dev.tiphys.sandbox.http.SandboxServer;

/// The Slack workspace of the sandbox: the Web API under `/slack/api`, and the page `/slack`.
public final class SlackSandbox {

    /// Where the workspace is mounted.
    public static final String PREFIX = "/slack";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final String token;
    private final SlackWorkspace workspace;
    private final SlackMethods methods;
    private final SlackInteractions interactions;

    /// What the app was installed with; real Slack tells it with each answer to a token that it knows.
    private static final String SCOPES = "chat:write,users:read,channels:read,channels:history,groups:read,"
            + "groups:history";

    private SlackSandbox(String token, SlackWorkspace workspace, SlackInteractions interactions) {
        this.token = token;
        this.workspace = workspace;
        this.interactions = interactions;
        this.methods = new SlackMethods(workspace, interactions);
    }

    /// @param requestUrl where interactions are sent, asked anew for each
    public static void install(SandboxServer server, String token, SlackSignature signature, Supplier<URI> requestUrl,
            Clock clock) {
        SlackWorkspace workspace = new SlackWorkspace(clock);
        SlackInteractions interactions = new SlackInteractions(workspace,
                URI.create(server.baseUri() + PREFIX + "/response"));
        SlackPresses presses = new SlackPresses(workspace, interactions,
                new SlackOutbound(signature, requestUrl, clock));
        server.mount(PREFIX, new SlackSandbox(token, workspace, interactions).routes(presses));
    }

    private Routes routes(SlackPresses presses) {
        return new Routes(PREFIX, request -> request.answer(404, "text/plain", "Slack has no such page\n"),
                request -> request.answer(405, "text/plain", "Slack does not take this method here\n"))
                .on("GET", "",
                        (request, path) -> new SlackPage(workspace, "", presses.hasPressed()).page().answer(request,
                                200))
                .on("GET", "/messages", this::messages).on("POST", "/press", presses::press)
                .on("POST", "/submit", presses::submit).on("POST", "/again", presses::again)
                .on("POST", "/response/{id}", this::respond)
                .on("GET", "/api/{method}", this::call).on("POST", "/api/{method}", this::call);
    }

    private void call(Request request, Map<String, String> path) throws IOException {
        ObjectNode answer;
        try {
            SlackArguments arguments = SlackArguments.read(request);
            authenticate(arguments.token());
            request.answerHeader("x-oauth-scopes", SCOPES);
            answer = methods.call(String.valueOf(path.get("method")), arguments);
        } catch (SlackError error) {
            answer = JSON.createObjectNode().put("ok", false).put("error", error.word());
        }
        request.answer(200, "application/json; charset=utf-8", answer.toString());
    }

    private void authenticate(String sent) {
        if (sent.isEmpty()) {
            throw new SlackError("not_authed");
        }
        if (!sent.equals(token)) {
            throw new SlackError("invalid_auth");
        }
    }

    private void messages(Request request, Map<String, String> path) throws IOException {
        String channel = request.query("channel").orElse("");
        ArrayNode all = JSON.createArrayNode();
        for (SlackMessage message : workspace.messages()) {
            if (channel.isEmpty() || message.channel().isCalled(channel)) {
                all.add(message.json().put("channel", message.channel().id())
                        .put("channel_name", message.channel().name()).put("only_for", message.onlyFor()));
            }
        }
        ObjectNode answer = JSON.createObjectNode();
        answer.set("messages", all);
        request.answer(200, "application/json", answer.toString());
    }

    private void respond(Request request, Map<String, String> path) throws IOException {
        SlackInteractions.Reply reply = interactions.useReply(String.valueOf(path.get("id"))).orElse(null);
        if (reply == null) {
            request.answer(404, "application/json", "{\"ok\":false,\"error\":\"used_url\"}");
            return;
        }
        try {
            answerPress(reply, SlackArguments.read(request));
            request.answer(200, "text/html", "ok");
        } catch (SlackError error) {
            request.answer(500, "application/json",
                    JSON.createObjectNode().put("ok", false).put("error", error.word()).toString());
        }
    }

    private void answerPress(SlackInteractions.Reply reply, SlackArguments arguments) {
        SlackMessage message = reply.message();
        JsonNode values = arguments.values();
        if (values.path("delete_original").asBoolean(false)) {
            workspace.delete(message);
        } else if (values.path("replace_original").asBoolean(false)) {
            workspace.edit(message.channel(), message.ts(), arguments.get("text"), arguments.blocks());
        } else {
            boolean forAll = arguments.get("response_type").equals("in_channel");
            workspace.post(message.channel(), arguments.get("text"), arguments.blocks(), "",
                    forAll ? "" : reply.user().id(), JSON.createObjectNode());
        }
    }
}
