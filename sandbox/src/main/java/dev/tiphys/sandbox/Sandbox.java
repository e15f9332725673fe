package dev.tiphys.sandbox;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import dev.tiphys.sandbox.control.ControlSandbox;
import dev.tiphys.sandbox.events.EventsSandbox;
import dev.tiphys.sandbox.http.SandboxServer;
import dev.tiphys.sandbox.kube.KubeStore;
import dev.tiphys.sandbox.oidc.OidcSandbox;
import dev.tiphys.sandbox.oidc.RelyingParty;
import dev.tiphys.sandbox.page.Assets;
import dev.tiphys.sandbox.slack.SlackSandbox;
import dev.tiphys.sandbox.slack.SlackSignature;
import dev.tiphys.sandbox.time.SimClock;

/// A running sandbox: all systems that the portal talks to, on one port.
public final class Sandbox implements AutoCloseable {

    private final SandboxServer server;
    private final World world;
    private final PortalAddresses portal;

    private Sandbox(SandboxServer server, World world, PortalAddresses portal) {
        this.server = server;
        this.world = world;
        this.portal = portal;
    }

    /// Starts everything; when this returns, every address answers.
    public static Sandbox start(SandboxOptions options) throws IOException {
        SandboxServer server = new SandboxServer(options.address(), options.port());
        SimClock clock = new SimClock(Clock.systemUTC().instant(), options.speed());
        World world = new World(clock, new KubeStore(clock, options.seed()));
        RelyingParty client = new RelyingParty(SandboxEndpoints.OIDC_CLIENT_ID, SandboxEndpoints.OIDC_CLIENT_SECRET);
        PortalAddresses portal = new PortalAddresses(client, options.portalUrl());
        world.store().addCluster(World.HUB);
        installEdges(server, world, client, portal);
        server.start();
        return new Sandbox(server, world, portal);
    }

    private static void installEdges(SandboxServer server, World world, RelyingParty client, PortalAddresses portal) {
        SandboxEndpoints endpoints = new SandboxEndpoints(server.baseUri());
        Assets.install(server);
        ControlSandbox.install(server, world.clock(),
                new ControlSandbox.FleetFaults(Map.of(), List.of(), List.of()), portal::add);
        OidcSandbox.install(server, client, Clock.systemUTC());
        SlackSandbox.install(server, SandboxEndpoints.SLACK_TOKEN,
                new SlackSignature(SandboxEndpoints.SLACK_SIGNING_SECRET), portal::slackRequests, Clock.systemUTC());
        EventsSandbox.install(world, server, "", endpoints.slackApiUrl(), SandboxEndpoints.SLACK_TOKEN);
    }

    public SandboxEndpoints endpoints() {
        return new SandboxEndpoints(server.baseUri());
    }

    /// The fleet itself, for whoever wants to look or interfere without HTTP.
    public World world() {
        return world;
    }

    public PortalAddresses portal() {
        return portal;
    }

    @Override
    public void close() {
        server.close();
        world.clock().close();
    }
}
