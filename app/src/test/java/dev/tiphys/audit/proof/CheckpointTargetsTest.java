package dev.tiphys.audit.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

import com.sun.net.httpserver.HttpServer;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTargetsTest {

    private static final SigningKey KEY = SigningKey.ofPem(TestKeys.pem());
    private static final Checkpoint FIRST = KEY.sign(5, "ab".repeat(32), Instant.parse("2026-11-27T10:00:00Z"));
    private static final Checkpoint SECOND = KEY.sign(9, "cd".repeat(32), Instant.parse("2026-11-27T10:05:00Z"));

    @TempDir
    Path folder = Path.of("");

    @Test
    void aFolderKeepsThemInOneFile() throws IOException {
        FolderTarget target = new FolderTarget(folder.resolve("deep/down"));
        assertThat(target.read()).isEmpty();
        target.keep(List.of(FIRST));
        target.keep(List.of(SECOND));
        assertThat(target.read()).containsExactly(FIRST, SECOND);
    }

    @Test
    void aGitRepositoryGetsACommitForEach() throws Exception {
        Path origin = folder.resolve("origin.git");
        Git.init().setBare(true).setInitialBranch("main").setDirectory(origin.toFile()).call().close();
        GitTarget target = new GitTarget(
                new AuditProperties.Git(origin.toUri().toString(), "main", "audit/checkpoints.jsonl", "tiphys", null));
        target.keep(List.of(FIRST));
        target.keep(List.of(SECOND));
        assertThat(target.read()).containsExactly(FIRST, SECOND);
        try (Git git = Git.open(origin.toFile())) {
            assertThat(git.log().add(git.getRepository().resolve("refs/heads/main")).call())
                    .extracting(commit -> commit.getShortMessage())
                    .containsExactly("Audit log: entry 9", "Audit log: entry 5");
        }
    }

    @Test
    void anObjectStoreGetsAnObjectForEach() throws IOException {
        Map<String, String> objects = new ConcurrentHashMap<>();
        HttpServer store = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        store.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            objects.put(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"), body);
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().endsWith("9") ? 503 : 200, -1);
            exchange.close();
        });
        store.start();
        try {
            Path token = Files.writeString(folder.resolve("token"), "secret\n");
            UploadTarget target = new UploadTarget(new AuditProperties.Upload(
                    "http://127.0.0.1:" + store.getAddress().getPort() + "/audit/{seq}", token));
            target.keep(List.of(FIRST));
            assertThat(objects).containsEntry("PUT /audit/5 Bearer secret", CheckpointLines.write(List.of(FIRST)));
            assertThatThrownBy(() -> target.keep(List.of(SECOND))).hasMessageContaining("answered 503");
        } finally {
            store.stop(0);
        }
    }
}
