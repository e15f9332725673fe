package dev.tiphys.argo.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.json.JsonView;

/// A stream of `{"result":{…}}` objects, one a line, plain or as server-sent events. Closing it from any thread ends
/// the reading.
public final class LineStream implements AutoCloseable {

    private final Call call;
    private final CompletableFuture<HttpResponse<InputStream>> answer;
    private final Failures failures;
    private volatile boolean closed;
    private volatile long lastHeard;

    LineStream(Call call, CompletableFuture<HttpResponse<InputStream>> answer, Failures failures) {
        this.call = call;
        this.answer = answer;
        this.failures = failures;
    }

    /// Gives each `result` to the reader until the stream ends or is closed; an error in the stream is thrown.
    public void read(Consumer<JsonView> reader) {
        try (BufferedReader lines = open()) {
            boolean more = true;
            for (String line = lines.readLine(); line != null && more && !closed; line = lines.readLine()) {
                lastHeard = System.nanoTime();
                more = accept(line, reader);
            }
        } catch (IOException e) {
            if (!closed) {
                throw failures.unreachable(call, e);
            }
        }
    }

    /// Nanoseconds since the last byte line; 0 while nothing was heard yet.
    public long silence() {
        return lastHeard == 0 ? 0 : System.nanoTime() - lastHeard;
    }

    @Override
    public void close() {
        closed = true;
        answer.cancel(true);
        HttpResponse<InputStream> begun = answer.isDone() && !answer.isCompletedExceptionally()
                ? answer.getNow(null)
                : null;
        Transport.close(begun == null ? null : begun.body());
    }

    /// @return whether more may follow
    private boolean accept(String line, Consumer<JsonView> reader) {
        String text = line.startsWith("data:") ? line.substring(5) : line;
        if (text.isBlank() || text.startsWith(":")) {
            return true;
        }
        JsonView frame = parse(text);
        if (frame.at("result").isPresent()) {
            reader.accept(frame.at("result"));
            return true;
        }
        ErrorBody error = ErrorBody.of(frame);
        // With a list of fields the server filters its own error away and leaves {}; EOF is a watch that grew old.
        if (error.words().isEmpty() || error.words().equals("EOF")) {
            return false;
        }
        throw failures.of(call, frame.number(503, "error", "http_code"), error, null);
    }

    private JsonView parse(String text) {
        try {
            return JsonView.parse(text);
        } catch (IllegalArgumentException e) {
            throw failures.unreadable(call, e);
        }
    }

    private BufferedReader open() throws IOException {
        HttpResponse<InputStream> response = head();
        if (response == null) {
            return new BufferedReader(Reader.nullReader());
        }
        InputStream body = response.body();
        if (response.statusCode() / 100 == 2) {
            return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        }
        try (body) {
            String text = new String(body.readNBytes(65_536), StandardCharsets.UTF_8);
            throw failures.of(call, response.statusCode(), response.headers(), text);
        }
    }

    private @Nullable HttpResponse<InputStream> head() {
        try {
            return answer.get();
        } catch (CancellationException e) {
            return null;
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw failures.unreachable(call, e);
        } catch (ExecutionException e) {
            ArgoException failure = failures.unreachable(call, e.getCause() == null ? e : e.getCause());
            if (closed) {
                return null;
            }
            throw failure;
        }
    }
}
