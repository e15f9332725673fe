package dev.tiphys.sandbox.contract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.tiphys.argo.json.JsonView;

/// A server spoken to byte by byte, since a contract is about what is on the wire.
record Wire(URI base, String token) {

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Wire withToken(String other) {
        return new Wire(base, other);
    }

    Answer get(String path, String... headers) {
        return answer(request(path, headers).GET());
    }

    /// Sends JSON with the content type that Argo CD wants.
    Answer send(String method, String path, String body) {
        return answer(request(path, "Content-Type", "application/json").method(method, BodyPublishers.ofString(body)));
    }

    Answer sendAs(String contentType, String method, String path, String body) {
        return answer(request(path, "Content-Type", contentType).method(method, BodyPublishers.ofString(body)));
    }

    Answer sendBare(String method, String path) {
        return answer(request(path).method(method, BodyPublishers.noBody()));
    }

    /// Opens a stream; fails with [TimeoutException] when not even its head comes in time.
    Stream open(String path, Duration headWithin, String... headers) throws TimeoutException {
        try {
            HttpResponse<InputStream> response = HTTP
                    .sendAsync(request(path, headers).build(), BodyHandlers.ofInputStream())
                    .get(headWithin.toMillis(), TimeUnit.MILLISECONDS);
            return new Stream(response.statusCode(), response.headers(),
                    new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8)));
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(60));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static Answer answer(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    record Answer(int status, HttpHeaders headers, String body) {

        JsonView json() {
            return JsonView.parse(body);
        }

        int code() {
            return json().number(-1, "code");
        }

        String message() {
            return json().text("message");
        }
    }

    record Stream(int status, HttpHeaders headers, BufferedReader lines) implements AutoCloseable {

        String line() {
            try {
                String line = lines.readLine();
                return line == null ? "<end>" : line;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /// The next line that carries a frame, as it is on the wire.
        String frame() {
            String line = line();
            while (line.isEmpty() || line.startsWith(":")) {
                line = line();
            }
            return line;
        }

        @Override
        public void close() {
            try {
                lines.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
