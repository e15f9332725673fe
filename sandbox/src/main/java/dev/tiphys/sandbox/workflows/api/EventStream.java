package dev.tiphys.sandbox.workflows.api;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes a stream as the server's forwarder does. Nothing, not even the headers, leaves before the first frame
/// or keepalive.
final class EventStream {

    private final Call call;
    private final boolean events;
    private final FieldMask mask;
    private @Nullable OutputStream output;

    EventStream(Call call) {
        this.call = call;
        this.events = call.request().header("Accept").orElse("").equals("text/event-stream");
        this.mask = FieldMask.of(call.query("fields"));
    }

    void result(JsonNode result) throws IOException {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode();
        envelope.set("result", result);
        frame(200, envelope);
    }

    void error(ArgoError error) throws IOException {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode();
        envelope.putObject("error").put("grpc_code", error.code()).put("http_code", error.status())
                .put("message", error.getMessage()).put("http_status", reason(error.status()));
        frame(error.status(), envelope);
    }

    void keepAlive() throws IOException {
        if (events) {
            write(200, ":\n");
        }
    }

    void close() throws IOException {
        if (output == null) {
            open(200);
        }
        output().close();
    }

    private void frame(int status, JsonNode envelope) throws IOException {
        String json = mask.apply(envelope).toString();
        write(status, events ? "data: " + json + " \n\n\n" : json + "\n");
    }

    private void write(int status, String text) throws IOException {
        if (output == null) {
            open(status);
        }
        output().write(text.getBytes(StandardCharsets.UTF_8));
        output().flush();
    }

    private void open(int status) throws IOException {
        call.request().answerHeader("X-Content-Type-Options", "nosniff");
        output = call.request().stream(status, events ? "text/event-stream" : "application/json");
    }

    private OutputStream output() throws IOException {
        if (output == null) {
            throw new IOException("the stream is not open");
        }
        return output;
    }

    private static String reason(int status) {
        return switch (status) {
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 409 -> "Conflict";
            case 429 -> "Too Many Requests";
            case 503 -> "Service Unavailable";
            default -> "Internal Server Error";
        };
    }
}
