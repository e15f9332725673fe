package dev.tiphys.notification.slack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Brings what the sandbox's Slack sends to a portal that listens on no port.
final class SlackBridge {

    /// The portal.
    interface Portal {

        MvcTestResult take(String timestamp, String body, String signature);
    }

    private final HttpServer server;
    private final AtomicReference<Portal> portal = new AtomicReference<>();

    SlackBridge() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::forward);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void lead(Portal to) {
        portal.set(to);
    }

    private void forward(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            MvcTestResult answer = portal.get().take(
                    exchange.getRequestHeaders().getFirst("X-Slack-Request-Timestamp"), body,
                    exchange.getRequestHeaders().getFirst("X-Slack-Signature"));
            byte[] content = answer.getResponse().getContentAsByteArray();
            exchange.sendResponseHeaders(answer.getResponse().getStatus(), content.length == 0 ? -1 : content.length);
            exchange.getResponseBody().write(content);
        }
    }
}
