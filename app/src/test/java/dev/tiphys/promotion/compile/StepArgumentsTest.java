package dev.tiphys.promotion.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.tiphys.steps.StepTime;
import dev.tiphys.steps.Steps;

/// The step program understands what the workflow's pods tell it, although nobody knows its application here.
class StepArgumentsTest {

    @TempDir
    private Path root = Path.of("");

    private final HttpServer nothing = createServer();

    @AfterEach
    void stop() {
        nothing.stop(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"set-version", "sync", "await-rollout", "verify", "check-gate", "notify"})
    void theStepProgramKnowsEveryArgument(String verb) throws InterruptedException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        int exitCode = Steps.program().run(arguments(verb), environment(), root, new PassingTime(),
                new PrintStream(output, true, StandardCharsets.UTF_8));

        assertThat(exitCode).as(() -> output.toString(StandardCharsets.UTF_8))
                .isEqualTo(verb.equals("notify") || verb.equals("check-gate") ? 0 : 10);
        assertThat(output.toString(StandardCharsets.UTF_8)).doesNotContain("unknown option", "needs --");
    }

    private Map<String, String> environment() {
        String server = "http://127.0.0.1:" + nothing.getAddress().getPort();
        return Map.of("ARGOCD_SERVER", server, "ARGOCD_AUTH_TOKEN", "secret", "TIPHYS_EVENTS_URL", server);
    }

    /// Knows no application and hears no event.
    private static HttpServer createServer() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                exchange.sendResponseHeaders(404, -1);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> arguments(String verb) {
        JsonNode manifest = JsonMapper.shared().readTree(Plans.compiled(Plans.fourEnvironments()).json());
        for (JsonNode template : manifest.path("spec").path("templates")) {
            if (!template.path("name").stringValue("").equals(verb))
                continue;
            List<String> words = new ArrayList<>();
            template.path("container").path("command").forEach(word -> words.add(word.stringValue("")));
            template.path("container").path("args").forEach(word -> words.add(substituted(word.stringValue(""))));
            return words.subList(1, words.size());
        }
        throw new AssertionError("no template " + verb);
    }

    private static String substituted(String word) {
        return word.replace("{{workflow.name}}", "checkout-v5").replace("{{workflow.status}}", "Succeeded")
                .replace("{{workflow.parameters.version}}", "v5")
                .replace("{{inputs.parameters.target}}", "shop/checkout-dev@v4")
                .replace("{{inputs.parameters.attempt}}", "checkout-v5.dev.target(0:shop/checkout-dev@v4)[0].deliver")
                .replace("{{inputs.parameters.soak}}", "20s").replace("{{inputs.parameters.wave}}", "prod-east")
                .replace("{{inputs.parameters.gate}}", "checkout-v5.approve-prod-east")
                .replace("{{inputs.parameters.proof}}", "");
    }

    /// Nobody waits here: each sleep is over at once.
    private static final class PassingTime implements StepTime {

        private Instant now = Instant.EPOCH;

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public void sleep(Duration duration) {
            now = now.plus(duration);
        }
    }
}
