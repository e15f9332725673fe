package dev.tiphys.promotion;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import dev.tiphys.scenario.PortalApi;

/// A portal in a process of its own that can be killed and started again on the same database, beside a fleet that
/// lives on.
public final class PortalProcess {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path folder;
    private final URI sandbox;
    private final int port;
    private @Nullable Process process;

    public PortalProcess(Path folder, URI sandbox) throws IOException {
        this.folder = folder;
        this.sandbox = sandbox;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        }
    }

    public PortalApi developer() {
        return as("developer");
    }

    public PortalApi as(String user) {
        return PortalApi.as(user, address());
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /// Where its database is, which outlives it.
    public Path database() {
        return folder.resolve("postgres");
    }

    /// Starts it if it does not run, and waits until it knows the fleet.
    public void start(String... more) throws IOException {
        if (process == null || !process.isAlive()) {
            process = new ProcessBuilder(command(more)).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("portal.log").toFile())).start();
        }
        await("the portal").atMost(PATIENCE).pollInterval(Duration.ofMillis(250)).until(this::knowsTheFleet);
    }

    private List<String> command(String... more) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                        "-D" + DyingPortal.ORDER + "=" + order(), "-cp", System.getProperty("java.class.path"),
                        DyingPortal.class.getName(), "--spring.profiles.active=sandbox", "--server.port=" + port,
                        "--tiphys.sandbox.url=" + sandbox, "--tiphys.sandbox.data=" + database()));
        command.addAll(List.of(more));
        return command;
    }

    private boolean knowsTheFleet() {
        if (process == null || !process.isAlive()) {
            throw new AssertionError("the portal ended: " + log());
        }
        try {
            return developer().http().get("/services").text().contains("payments");
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("portal.log"));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    private Path order() {
        return folder.resolve("die-at");
    }

    void dieAt(Milestone.Point point) throws IOException {
        dieAt(point.name());
    }

    /// @param point as it is told by whoever passes it
    public void dieAt(String point) throws IOException {
        Files.writeString(order(), point);
    }

    /// Waits for its death and says how it ended, as a shell would: 137 when it was killed.
    public int exitCode() throws InterruptedException {
        if (process == null || !process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("the portal lives on");
        }
        return process.exitValue();
    }

    /// Ends it as a power failure does; its database and the fleet live on.
    public void fail() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    public void stop() throws InterruptedException, IOException {
        if (process != null && process.isAlive()) {
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
        stopDatabase();
    }

    // A portal that was killed leaves its PostgreSQL behind, which knows its own pid.
    private void stopDatabase() throws IOException {
        Path pid = folder.resolve("postgres/postmaster.pid");
        if (Files.exists(pid)) {
            ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).getFirst().strip()))
                    .ifPresent(PortalProcess::stop);
        }
    }

    private static void stop(ProcessHandle database) {
        database.destroy();
        database.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }
}
