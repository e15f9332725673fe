package dev.tiphys.bench;

import java.io.File;
import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A portal in a process of its own, in the sandbox with an empty database.
final class RunningPortal implements AutoCloseable {

    private final Process process;
    private final URI address;
    private final HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager())
            .version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5)).build();

    private RunningPortal(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    static RunningPortal start() throws IOException {
        return start("--tiphys.sandbox.data=temporary");
    }

    /// @param more further arguments
    static RunningPortal start(String... more) throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), "dev.tiphys.TiphysApplication",
                "--spring.profiles.active=sandbox", "--server.port=" + port));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(new File("target/portal.log")).start();
        return new RunningPortal(process, URI.create("http://localhost:" + port));
    }

    static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    /// Waits until the first page answers a visitor.
    void awaitFirstPage() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                if (get("/sign-in?why=out").statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                Thread.sleep(25);
            }
        }
        throw new IllegalStateException("The portal does not start: target/portal.log says why.");
    }

    /// Signs in as a demo user, as a browser would.
    void signIn(String user) throws IOException, InterruptedException {
        URI next = address.resolve("/oauth2/authorization/tiphys");
        for (int i = 0; i < 10; i++) {
            HttpResponse<Void> answer = browser.send(HttpRequest.newBuilder(next).build(),
                    HttpResponse.BodyHandlers.discarding());
            String location = answer.headers().firstValue("Location").orElse("");
            if (location.isEmpty()) {
                return;
            }
            next = next.resolve(location.contains("/oidc/") ? location + "&login_hint=" + user : location);
        }
        throw new IllegalStateException("Sign-in leads from page to page.");
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(30)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
