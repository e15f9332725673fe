package dev.tiphys.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepsTest {

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    @TempDir
    private Path root = Path.of("");

    @Test
    void saysHowToUseIt() throws InterruptedException {
        assertThat(run(Map.of(), "step", "fly")).isEqualTo(64);
        assertThat(log.toString(StandardCharsets.UTF_8)).contains("unknown step 'fly'", "await-rollout");
        assertThat(run(Map.of(), "step", "sync")).isEqualTo(64);
        assertThat(log.toString(StandardCharsets.UTF_8)).contains("the variable ARGOCD_SERVER is not set");
    }

    @Test
    void callsAnArgoCdThatStaysAwayATechnicalFault() throws InterruptedException {
        assertThat(run(Map.of("ARGOCD_SERVER", "http://127.0.0.1:1", "ARGOCD_AUTH_TOKEN", "secret"), "step", "sync",
                "--promotion", "p", "--target", "shop/checkout@v4", "--attempt", "a1", "--patience", "10s"))
                .isEqualTo(1);
        assertThat(log.toString(StandardCharsets.UTF_8)).contains("cannot connect").doesNotContain("secret");
    }

    @Test
    void neverFailsTheWorkflowForANoticeThatCannotBeSent() throws InterruptedException {
        assertThat(run(Map.of(), "step", "notify", "--promotion", "p")).isZero();
        assertThat(run(Map.of("TIPHYS_EVENTS_URL", "http://127.0.0.1:1/"), "step", "notify", "--promotion", "p"))
                .isZero();
        assertThat(run(Map.of(), "step", "notify", "--what")).isZero();
        assertThat(log.toString(StandardCharsets.UTF_8)).contains("the end of p could not be told");
    }

    @Test
    void tellsArgoEventsHowThePromotionEnded() throws InterruptedException, IOException {
        List<String> told = new ArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/events/promotions", exchange -> {
            told.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, 7);
            exchange.getResponseBody().write("success".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/events/promotions";
            assertThat(run(Map.of("TIPHYS_EVENTS_URL", url), "step", "notify", "--promotion", "p", "--status",
                    "Succeeded")).isZero();
        } finally {
            server.stop(0);
        }
        assertThat(told).containsExactly("{\"promotion\":\"p\",\"status\":\"Succeeded\"}");
    }

    @Test
    void stopsWhenInterrupted() {
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> run(Map.of("ARGOCD_SERVER", "http://127.0.0.1:1", "ARGOCD_AUTH_TOKEN", "x"), "step",
                        "sync", "--promotion", "p", "--target", "shop/checkout@v4", "--attempt", "a1"));
    }

    private int run(Map<String, String> environment, String... arguments) throws InterruptedException {
        return Steps.program().run(List.of(arguments), environment, root, new Stage(root),
                new PrintStream(log, true, StandardCharsets.UTF_8));
    }
}
