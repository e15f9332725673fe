package dev.tiphys.notification.slack.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

import dev.tiphys.notification.slack.InteractionAnswer;
import dev.tiphys.notification.slack.SignedRequest;
import dev.tiphys.notification.slack.SlackInteractions;

/// Takes what people press in Slack. The body is read from the stream, byte by byte as it was signed: a form that has
/// been parsed cannot be put together again.
@RestController
class InteractionsController {

    static final String PATH = "/slack/interactions";

    private static final int LARGEST = 256 * 1024;

    private final SlackInteractions interactions;

    InteractionsController(SlackInteractions interactions) {
        this.interactions = interactions;
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> take(HttpServletRequest request,
            @RequestHeader(name = "X-Slack-Request-Timestamp", defaultValue = "") String timestamp,
            @RequestHeader(name = "X-Slack-Signature", defaultValue = "") String signature) throws IOException {
        if (!interactions.isOn()) {
            return ResponseEntity.status(HttpStatus.NOT_FOUND).build();
        }
        byte @Nullable [] body = body(request);
        InteractionAnswer answer = body == null
                ? interactions.tooLarge()
                : interactions.take(new SignedRequest(timestamp, signature, new String(body, StandardCharsets.UTF_8)));
        ResponseEntity.BodyBuilder response = ResponseEntity.status(answer.status());
        return answer.json().isEmpty()
                ? response.build()
                : response.contentType(MediaType.APPLICATION_JSON).body(answer.json());
    }

    private static byte @Nullable [] body(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > LARGEST) {
            return null;
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        return body.length > LARGEST ? null : body;
    }
}
