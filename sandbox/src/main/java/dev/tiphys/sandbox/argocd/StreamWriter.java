package dev.tiphys.sandbox.argocd;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Writes the entries of a stream, plain or as server-sent events. Not even the status line is sent before the first.
final class StreamWriter implements AutoCloseable {

    private final Call call;
    private final boolean events;
    private @Nullable OutputStream out;

    StreamWriter(Call call) {
        this.call = call;
        this.events = call.takesEvents();
    }

    void write(JsonNode entry) throws IOException {
        byte[] json = JsonMapper.shared().writeValueAsBytes(entry);
        OutputStream open = open();
        if (events) {
            open.write("data: ".getBytes(StandardCharsets.US_ASCII));
            open.write(json);
            open.write(" \n\n\n".getBytes(StandardCharsets.US_ASCII));
        } else {
            open.write(json);
            open.write('\n');
        }
        open.flush();
    }

    /// Says that the stream lives: only server-sent events can, and only once they have begun.
    void keepAlive() throws IOException {
        if (events && out != null) {
            out.write(":\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
    }

    private OutputStream open() throws IOException {
        if (out == null) {
            boolean gzip = call.takesGzip();
            if (gzip) {
                call.request().answerHeader("Content-Encoding", "gzip");
            }
            OutputStream raw = call.request().stream(200, events ? "text/event-stream" : Call.JSON);
            out = gzip ? new GZIPOutputStream(raw, 8192, true) : raw;
        }
        return out;
    }

    @Override
    public void close() throws IOException {
        if (out == null) {
            call.request().answer(200, Call.JSON, "");
        } else {
            out.close();
        }
    }
}
