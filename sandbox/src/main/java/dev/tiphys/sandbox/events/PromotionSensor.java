package dev.tiphys.sandbox.events;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The sensor of the fixed wiring: an event about the end of a promotion becomes a message in `#deploys`. Delivery is
/// tried three times, as the sensor's `retryStrategy` says.
final class PromotionSensor {

    private static final Logger log = LoggerFactory.getLogger(PromotionSensor.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> ENDS = List.of("Succeeded", "Failed", "Error");
    private static final int STEPS = 3;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).build();
    private final URI postMessage;
    private final String token;

    PromotionSensor(URI slackApi, String token) {
        this.postMessage = slackApi.resolve("chat.postMessage");
        this.token = token;
    }

    void react(JsonNode body) throws InterruptedException {
        if (!ENDS.contains(body.path("status").asString("")) || body.path("promotion").asString("").isEmpty()) {
            log.debug("the sensor's filter leaves out {}", body);
            return;
        }
        ObjectNode message = JSON.createObjectNode().put("channel", "deploys").put("text",
                PromotionMessage.of(body));
        for (int step = 1; step <= STEPS; step++) {
            if (isDelivered(message)) {
                return;
            }
            if (step < STEPS) {
                Thread.sleep(Duration.ofSeconds(1));
            }
        }
        log.warn("Slack was not told of the end of {}", body.path("promotion").asString(""));
    }

    private boolean isDelivered(ObjectNode message) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(postMessage).timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + token).header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(message.toString())).build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 && JSON.readTree(answer.body()).path("ok").asBoolean(false);
        } catch (IOException | JacksonException failure) {
            log.debug("Slack did not take the sensor's message", failure);
            return false;
        }
    }
}
