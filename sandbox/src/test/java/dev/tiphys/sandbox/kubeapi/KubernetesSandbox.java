package dev.tiphys.sandbox.kubeapi;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.fleet.Fleet;
import dev.tiphys.sandbox.fleet.FleetAccess;
import dev.tiphys.sandbox.http.SandboxServer;
import dev.tiphys.sandbox.kube.KubeStore;
import dev.tiphys.sandbox.time.SimClock;

/// The demo fleet's API servers without any controller: nothing changes but by requests.
public final class KubernetesSandbox implements AutoCloseable {

    public static final String TOKEN = "kube-token";

    private final SimClock clock = new SimClock(Instant.parse("2026-11-20T10:00:00Z"), 1000);
    private final World world = new World(clock, new KubeStore(clock, 7));
    private final SandboxServer server;

    public KubernetesSandbox() throws IOException {
        Fleet.demo().seed(world, (repository, branch) -> "a".repeat(40),
                new FleetAccess("http://cd", "secret", "http://events", "http://providers", "token"));
        server = new SandboxServer(InetAddress.getLoopbackAddress(), 0);
        KubernetesApi.install(world, server,
                token -> token.equals(TOKEN) ? Optional.of("tester") : Optional.empty());
        server.start();
    }

    public KubeStore store() {
        return world.store();
    }

    URI address() {
        return server.baseUri();
    }

    public URI cluster(String name) {
        return URI.create(address() + "/kube/" + name);
    }

    @Override
    public void close() {
        server.close();
        clock.close();
    }
}
