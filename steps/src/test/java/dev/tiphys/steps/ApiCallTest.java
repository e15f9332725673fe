package dev.tiphys.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiCallTest {

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final List<String> asked = new ArrayList<>();
    private final Deque<String> answers = new ArrayDeque<>();
    private final HttpServer server = started();
    @TempDir
    private Path root = Path.of("");

    private static HttpServer started() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void open() {
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
            String[] answer = answers.remove().split(" ", 2);
            byte[] content = answer[1].getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(Integer.parseInt(answer[0]), content.length);
            exchange.getResponseBody().write(content);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private int call(Map<String, String> variables, String... arguments) throws InterruptedException {
        Map<String, String> environment = new HashMap<>(variables);
        environment.put("API_URL", "http://127.0.0.1:" + server.getAddress().getPort());
        environment.put("KUBERNETES_URL", environment.get("API_URL"));
        environment.put("KUBERNETES_TOKEN", "pod-token");
        environment.put("KUBERNETES_NAMESPACE", "databases");
        List<String> all = new ArrayList<>(List.of("call"));
        all.addAll(List.of(arguments));
        return Steps.program().run(all, environment, root, new Stage(root),
                new PrintStream(log, true, StandardCharsets.UTF_8));
    }

    private String left(String name) throws IOException {
        return Files.readString(root.resolve("tmp").resolve(name));
    }

    @Test
    void valuesAreFieldsOfTheBodyAndSegmentsOfThePath() throws InterruptedException, IOException {
        answers.add("200 {\"home\":{\"at\":\"here\"}}");

        assertThat(call(Map.of("ID", "a/../b?", "NAME", "\"}, evil"), "PUT", "/pets/{ID}", "--field", "pet.name=NAME",
                "--output", "home=home.at")).isZero();
        assertThat(asked).containsExactly("PUT /pets/a%2F..%2Fb%3F {\"pet\":{\"name\":\"\\\"}, evil\"}}");
        assertThat(left("home")).isEqualTo("here");
    }

    @Test
    void submitsLooksAndFetchesTheResult() throws InterruptedException, IOException {
        answers.addAll(List.of("201 {\"job\":\"7\",\"status\":\"pending\"}", "200 {\"status\":\"running\"}",
                "200 {\"status\":\"successful\",\"artifacts\":{\"ip\":\"10.0.0.9\"}}", "200 PLAY RECAP"));

        assertThat(call(Map.of("ID", "vm"), "POST", "/launch", "--field", "extra_vars.id=ID", "--poll", "/jobs/{job}",
                "--until", "status=successful", "--failed", "status=failed,error", "--log", "/log", "--output",
                "ip=artifacts.ip")).isZero();
        assertThat(asked).hasSize(4).element(1).asString().startsWith("GET /jobs/7");
        assertThat(left("ip")).isEqualTo("10.0.0.9");
        assertThat(log.toString(StandardCharsets.UTF_8)).contains("PLAY RECAP");
    }

    @Test
    void tellsARefusalFromWorkThatFailedAndFromAnApiThatIsDown() throws InterruptedException, IOException {
        answers.add("422 {\"message\":\"No pet takes chocolate.\"}");
        assertThat(call(Map.of(), "POST", "/meals")).isEqualTo(10);
        assertThat(left("reason")).isEqualTo("No pet takes chocolate.");

        answers.add("200 {\"state\":\"failed\",\"message\":\"The disk is full.\"}");
        assertThat(call(Map.of(), "GET", "/vm", "--until", "state=ready", "--failed", "state=failed", "--reason",
                "message")).isEqualTo(11);
        assertThat(left("reason")).isEqualTo("The disk is full.");

        answers.addAll(List.of("503 {}", "503 {}", "503 {}"));
        assertThat(call(Map.of(), "GET", "/vm")).isEqualTo(1);
        assertThat(left("reason")).contains("503");
        answers.addAll(List.of("503 {}", "200 {}"));
        assertThat(call(Map.of(), "GET", "/vm")).isZero();
    }

    @Test
    void keepsSecretsOutOfItsOutputs() throws InterruptedException, IOException {
        answers.addAll(List.of("200 {\"password\":\"hunter2\"}", "409 {}", "200 {}"));

        assertThat(call(Map.of("ID", "4"), "GET", "/credentials", "--secret", "db-{ID}", "--secret-key",
                "password=password")).isZero();
        assertThat(left("secret")).isEqualTo("db-4");
        assertThat(asked.getLast()).startsWith("PATCH /api/v1/namespaces/databases/secrets/db-4 ")
                .contains("\"stringData\":{\"password\":\"hunter2\"}");
        assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContain("hunter2");
    }

    @Test
    void whatIsGoneIsAsGoodAsDeletedWhereThatIsSaid() throws InterruptedException {
        answers.addAll(List.of("404 {}", "404 {}"));
        assertThat(call(Map.of("ID", "4"), "DELETE", "/pets/{ID}", "--ok", "404")).isZero();
        assertThat(call(Map.of("ID", "4"), "DELETE", "/pets/{ID}")).isEqualTo(10);
        assertThat(call(Map.of(), "GET", "/pets/{ID}")).isEqualTo(64);
        assertThat(call(Map.of(), "STEAL", "/pets")).isEqualTo(64);
    }
}
