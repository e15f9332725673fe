package dev.tiphys.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import dev.tiphys.TiphysApplication;

/// The portal with its sandbox on free ports, its time sped up, its database thrown away at the end.
final class RunningPortal implements AutoCloseable {

    private static final double SPEED = Boolean.getBoolean("screenshots") ? 1 : 8;

    private final URI address;
    private final ConfigurableApplicationContext context;
    private final String sandbox;

    private RunningPortal(int port, double speed, String fleet) {
        this.context = new SpringApplicationBuilder(TiphysApplication.class).profiles("sandbox")
                .run("--server.port=" + port, "--tiphys.sandbox.data=temporary", "--tiphys.sandbox.speed=" + speed,
                        "--tiphys.sandbox.fleet=" + fleet);
        this.address = URI.create("http://localhost:" + port);
        this.sandbox = String.valueOf(context.getEnvironment().getProperty("tiphys.sandbox.page"));
    }

    static RunningPortal start() {
        return new RunningPortal(freePort(), SPEED, "demo");
    }

    /// One with another fleet, in another hurry.
    static RunningPortal start(String fleet, double speed) {
        return new RunningPortal(freePort(), speed, fleet);
    }

    /// Its address without a path.
    URI address() {
        return address;
    }

    /// The sandbox behind it.
    URI sandbox() {
        return URI.create(sandbox.substring(0, sandbox.length() - "/sandbox".length()));
    }

    String page(String path) {
        return address + path;
    }

    /// The sandbox's Slack.
    String slack() {
        return URI.create(sandbox).resolve("/slack").toString();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
