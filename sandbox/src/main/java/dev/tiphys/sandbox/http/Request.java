package dev.tiphys.sandbox.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import com.sun.net.httpserver.HttpExchange;

/// One HTTP request to the sandbox and the way to answer it.
public final class Request {

    private final HttpExchange exchange;
    private final byte[] body;
    private final Map<String, List<String>> query;
    private UnaryOperator<OutputStream> wrapping = UnaryOperator.identity();
    private boolean answerIsLost;

    Request(HttpExchange exchange) throws IOException {
        this.exchange = exchange;
        this.body = exchange.getRequestBody().readAllBytes();
        this.query = parse(exchange.getRequestURI().getRawQuery());
    }

    public String method() {
        return exchange.getRequestMethod();
    }

    /// The path as sent, percent escapes included: an escaped slash stays inside its segment.
    public String rawPath() {
        return exchange.getRequestURI().getRawPath();
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    /// The first value of a query parameter, decoded.
    public Optional<String> query(String name) {
        return queryAll(name).stream().findFirst();
    }

    public List<String> queryAll(String name) {
        return query.getOrDefault(name, List.of());
    }

    /// All query parameters, decoded, in the order sent.
    public Map<String, List<String>> query() {
        return query;
    }

    public byte[] body() {
        return body.clone();
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /// Sets a header of the answer; only before it is sent.
    public void answerHeader(String name, String value) {
        exchange.getResponseHeaders().set(name, value);
    }

    public void answer(int status, String contentType, String text) throws IOException {
        answer(status, contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    public void answer(int status, String contentType, byte[] content) throws IOException {
        if (answerIsLost) {
            abandon();
            return;
        }
        answerHeader("Content-Type", contentType);
        boolean bodiless = method().equals("HEAD") || status == 204 || status == 304;
        exchange.sendResponseHeaders(status, bodiless || content.length == 0 ? -1 : content.length);
        if (!bodiless) {
            exchange.getResponseBody().write(content);
        }
        exchange.close();
    }

    /// Sends status and headers now and answers in chunks from here on. Nothing reaches the client before this call.
    public OutputStream stream(int status, String contentType) throws IOException {
        answerHeader("Content-Type", contentType);
        exchange.sendResponseHeaders(status, 0);
        return wrapping.apply(exchange.getResponseBody());
    }

    /// Puts something between a streamed answer and the client; only before the stream begins.
    public void wrapStream(UnaryOperator<OutputStream> wrapper) {
        wrapping = wrapper;
    }

    /// Whatever is answered from now on does not reach the client.
    public void loseAnswer() {
        answerIsLost = true;
    }

    /// Drops the connection without a word.
    public void abandon() {
        exchange.close();
    }

    public boolean isAnswered() {
        return exchange.getResponseCode() != -1;
    }

    private static Map<String, List<String>> parse(@org.jspecify.annotations.Nullable String raw) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (raw == null || raw.isEmpty()) {
            return parameters;
        }
        for (String pair : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            parameters.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        }
        return parameters;
    }

    /// Decodes percent escapes of a query or form.
    public static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
