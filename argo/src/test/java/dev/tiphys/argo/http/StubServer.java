package dev.tiphys.argo.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/// A server on loopback that answers as it is told and remembers what it was asked.
public final class StubServer implements AutoCloseable {

    private final HttpServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    private StubServer(HttpServer server) {
        this.server = server;
    }

    public static StubServer answering(Function<Asked, Answer> answers) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            StubServer stub = new StubServer(server);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", exchange -> stub.answer(exchange, answers));
            server.start();
            return stub;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/argo/");
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    public Asked last() {
        return asked.getLast();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange, Function<Asked, Answer> answers) throws IOException {
        try (exchange) {
            Asked question = new Asked(exchange.getRequestMethod(), exchange.getRequestURI().toString(),
                    header(exchange, "Content-Type"), header(exchange, "Authorization"), header(exchange, "Accept"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            asked.add(question);
            Answer answer = answers.apply(question);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            answer.headers().forEach(pair -> exchange.getResponseHeaders().set(pair.split(": ", 2)[0],
                    pair.split(": ", 2)[1]));
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : 0);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    public record Asked(String method, String uri, String contentType, String authorization, String accept,
            String body) {}

    public record Answer(int status, String body, List<String> headers) {

        public static Answer ok(String body) {
            return new Answer(200, body, List.of());
        }

        public static Answer error(int status, int code, String words) {
            return new Answer(status, "{\"error\":\"%1$s\",\"code\":%2$d,\"message\":\"%1$s\"}".formatted(words, code),
                    List.of());
        }

        public Answer with(String header) {
            return new Answer(status, body, List.of(header));
        }
    }
}
