package dev.tiphys.promotion.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.tiphys.promotion.plan.Mechanism;
import dev.tiphys.promotion.plan.Plan;

/// The program that is shown does what is submitted: asked of Hera itself.
class HeraEqualityTest {

    private static final List<String> NAMES = List.of("four-environments", "one-environment", "two-argo-cds",
            "way-back", "digest",
            "five-hundred-targets");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void heraMakesOfEachProgramTheManifestThatIsSubmitted() throws IOException, InterruptedException {
        for (String name : NAMES)
            write(name, Plans.compiled(Plans.named(name)));
        write("hostile", Plans.compiled(hostile()));
        write("hostile-and-several", Plans.compiled(hostileIn(Plans.twoArgoCds())));

        HeraEnvironment.Output output = HeraEnvironment.run(Map.of(), HeraEnvironment.python(),
                "src/test/resources/dev/tiphys/promotion/compile/compare.py", folder.toString());

        assertThat(output).isEqualTo(new HeraEnvironment.Output(0, ""));
    }

    @Test
    void pythonCompilesTheProgram() throws IOException, InterruptedException {
        write("hostile", Plans.compiled(hostile()));

        HeraEnvironment.Output output = HeraEnvironment.run(Map.of(), HeraEnvironment.python(), "-m", "py_compile",
                folder.resolve("hostile.py").toString());

        assertThat(output).isEqualTo(new HeraEnvironment.Output(0, ""));
    }

    @Test
    void theProgramStartsThePromotionBelowAnyBasePath() throws IOException, InterruptedException {
        CompiledPlan compiled = Plans.compiled(Plans.fourEnvironments());
        write("promote", compiled);
        BlockingQueue<String> received = new LinkedBlockingQueue<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/workflows/api/v1/workflows/promotions", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.add(exchange.getRequestMethod() + " " + exchange.getRequestHeaders().getFirst("Authorization"));
            received.add(body);
            byte[] answer = json(body).path("workflow").toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        try {
            HeraEnvironment.Output output = HeraEnvironment.run(
                    Map.of("ARGO_SERVER", "http://127.0.0.1:" + server.getAddress().getPort() + "/workflows",
                            "ARGO_TOKEN", "secret", "NO_PROXY", "127.0.0.1", "no_proxy", "127.0.0.1"),
                    HeraEnvironment.python(), folder.resolve("promote.py").toString());

            assertThat(output.text()).isEqualToIgnoringNewLines("started promotions/checkout-v5-0c9a7be311");
            assertThat(received.poll(1, TimeUnit.SECONDS)).isEqualTo("POST Bearer secret");
            assertThat(json(String.valueOf(received.poll())).path("workflow")).isEqualTo(json(compiled.json()));
        } finally {
            server.stop(0);
        }
    }

    private void write(String name, CompiledPlan compiled) {
        try {
            Files.writeString(folder.resolve(name + ".py"), compiled.hera());
            Files.writeString(folder.resolve(name + ".yaml"), compiled.yaml());
            Files.writeString(folder.resolve(name + ".json"), compiled.json());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Everything that a label or an annotation might hold, and that the planner might let through one day.
    private static Plan hostile() {
        return hostileIn(Plans.fourEnvironments());
    }

    private static Plan hostileIn(Plan plan) {
        return new Plan(plan.format(), "\"\"\"); import os # \\", "@HASH@ 'no' %s {x} \\N{DASH} é 😀",
                new Mechanism("kustomize-image", "${X} \\\" on: [1, 2] #"), plan.waves(), "image \"quoted\" 'twice'");
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
