package dev.tiphys.sandbox.events;

import java.io.IOException;
import java.net.URI;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.http.Request;
import dev.tiphys.sandbox.http.Routes;
import dev.tiphys.sandbox.http.SandboxServer;

/// Argo Events with one wiring: the webhook `/events/promotions` and the sensor that tells Slack. As there, the caller
/// hears only that the event was taken; what the sensor makes of it comes later.
public final class EventsSandbox {

    /// Where the webhooks are mounted.
    public static final String PREFIX = "/events";

    private static final Logger log = LoggerFactory.getLogger(EventsSandbox.class);

    private final String bearer;
    private final PromotionSensor sensor;

    private EventsSandbox(String bearer, PromotionSensor sensor) {
        this.bearer = bearer;
        this.sensor = sensor;
    }

    /// Mounts the webhook and puts the objects of the wiring into the hub, which must exist.
    ///
    /// @param bearer what a caller must show; empty lets everybody in
    /// @param slackApi where the sensor sends its messages, with `slackToken`
    public static void install(World world, SandboxServer server, String bearer, URI slackApi, String slackToken) {
        EventsObjects.create(world);
        EventsSandbox events = new EventsSandbox(bearer, new PromotionSensor(slackApi, slackToken));
        server.mount(PREFIX, new Routes(PREFIX, request -> request.answer(404, "text/plain", "404 page not found\n"),
                request -> request.answer(405, "text/plain", "")).on("POST", "/promotions", events::take));
    }

    private void take(Request request, Map<String, String> path) throws IOException {
        if (!bearer.isEmpty() && !request.header("Authorization").orElse("").equals("Bearer " + bearer)) {
            request.answer(401, "text/plain; charset=utf-8", "failed to validate the token");
            return;
        }
        JsonNode body;
        try {
            body = JsonMapper.shared().readTree(request.text());
        } catch (JacksonException malformed) {
            request.answer(400, "text/plain; charset=utf-8", "failed to parse the body as JSON");
            return;
        }
        request.answer(200, "text/plain; charset=utf-8", "success");
        Thread.ofVirtual().name("sensor").start(() -> react(body));
    }

    private void react(JsonNode body) {
        try {
            sensor.react(body);
        } catch (InterruptedException stopped) {
            log.debug("the sensor was stopped", stopped);
        }
    }
}
