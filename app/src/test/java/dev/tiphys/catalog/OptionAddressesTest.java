package dev.tiphys.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OptionAddressesTest {

    private final AtomicInteger asked = new AtomicInteger();
    private final HttpServer server;
    private final String base;

    OptionAddressesTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        base = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @BeforeEach
    void answer() {
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            String path = exchange.getRequestURI().getPath();
            byte[] body = (path.equals("/sizes") ? "[\"S\", \"L\", 3]" : "<html>").getBytes(StandardCharsets.UTF_8);
            if (path.equals("/elsewhere")) {
                exchange.getResponseHeaders().add("Location", base + "/sizes");
            }
            exchange.sendResponseHeaders(path.equals("/elsewhere") ? 302 : 200, body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private OptionAddresses addresses(Set<String> hosts) {
        return new OptionAddresses(hosts, Clock.fixed(Instant.parse("2026-11-27T12:00:00Z"), ZoneOffset.UTC));
    }

    @Test
    void readsAListOfTextsOnceAMinute() {
        OptionAddresses addresses = addresses(Set.of("127.0.0.1:" + server.getAddress().getPort()));
        assertThat(addresses.options(base + "/sizes")).isEqualTo(List.of("S", "L", "3"));
        assertThat(addresses.options(base + "/sizes")).hasSize(3);
        assertThat(asked).hasValue(1);
    }

    @Test
    void asksNobodyWhomThePlatformDoesNotAllow() {
        assertThat(addresses(Set.of()).options(base + "/sizes")).isEmpty();
        OptionAddresses some = addresses(Set.of("127.0.0.1"));
        assertThat(some.options(base + "/sizes")).isEmpty();
        assertThat(some.options("file:///etc/passwd")).isEmpty();
        assertThat(some.options("http://127.0.0.1@" + base.substring(7) + "/sizes")).isEmpty();
        assertThat(some.options("no address")).isEmpty();
        assertThat(asked).hasValue(0);
    }

    @Test
    void followsNobodyAndReadsNothingElse() {
        OptionAddresses addresses = addresses(Set.of("127.0.0.1:" + server.getAddress().getPort()));
        assertThat(addresses.options(base + "/elsewhere")).isEmpty();
        assertThat(addresses.options(base + "/page")).isEmpty();
    }
}
