package dev.tiphys.sandbox;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;

import dev.tiphys.sandbox.argocd.ArgoCdSandbox;
import dev.tiphys.sandbox.control.ControlSandbox;
import dev.tiphys.sandbox.events.EventsSandbox;
import dev.tiphys.sandbox.fleet.Fleet;
import dev.tiphys.sandbox.http.SandboxServer;
import dev.tiphys.sandbox.kube.KubeStore;
import dev.tiphys.sandbox.oidc.OidcSandbox;
import dev.tiphys.sandbox.oidc.RelyingParty;
import dev.tiphys.sandbox.page.Assets;
import dev.tiphys.sandbox.page.OwnPages;
import dev.tiphys.sandbox.providers.ProviderFaults;
import dev.tiphys.sandbox.providers.ProvidersSandbox;
import dev.tiphys.sandbox.slack.SlackSandbox;
import dev.tiphys.sandbox.slack.SlackSignature;
import dev.tiphys.sandbox.story.StorySandbox;
import dev.tiphys.sandbox.time.SimClock;
import dev.tiphys.sandbox.workflows.WorkflowsSandbox;
import dev.tiphys.sandbox.workloads.WorkloadFaults;

/// A running sandbox: all systems that the portal talks to, on one port.
public final class Sandbox implements AutoCloseable {

    private final SandboxServer server;
    private final World world;
    private final SandboxFleet fleet;
    private final PortalAddresses portal;
    private final StorySandbox story;

    private Sandbox(SandboxServer server, World world, SandboxFleet fleet, PortalAddresses portal,
            StorySandbox story) {
        this.story = story;
        this.server = server;
        this.world = world;
        this.fleet = fleet;
        this.portal = portal;
    }

    /// Starts everything; when this returns, every address answers. An unknown fleet is an
    /// [IllegalArgumentException], a port that is taken a [java.net.BindException].
    public static Sandbox start(SandboxOptions options) throws IOException {
        Fleet plan = Fleet.named(options.fleet());
        SandboxServer server = new SandboxServer(options.address(), options.port());
        SimClock clock = new SimClock(Clock.systemUTC().instant(), options.speed());
        World world = new World(clock, new KubeStore(clock, options.seed()));
        SandboxFleet fleet = CompletableFuture.supplyAsync(() -> SandboxFleet.compose(world, server, plan), clock)
                .join();
        RelyingParty client = new RelyingParty(SandboxEndpoints.OIDC_CLIENT_ID, SandboxEndpoints.OIDC_CLIENT_SECRET);
        PortalAddresses portal = new PortalAddresses(client, options.portalUrl());
        installPages(server, world, fleet, portal);
        OidcSandbox.install(server, client, Clock.systemUTC());
        installMessages(server, world, portal);
        StorySandbox story = StorySandbox.install(server, portal::latest, fleet.workloadFaults(), Clock.systemUTC());
        server.start();
        return new Sandbox(server, world, fleet, portal, story);
    }

    private static void installPages(SandboxServer server, World world, SandboxFleet fleet, PortalAddresses portal) {
        ProviderFaults providers = new ProviderFaults();
        ProvidersSandbox.install(world, server, providers, SandboxEndpoints.PROVIDER_TOKEN);
        FleetFaultKinds kinds = new FleetFaultKinds(fleet.workloadFaults(), fleet.argoCd().reachability(), providers,
                fleet.fleet().services(), fleet.fleet().members());
        Assets.install(server);
        OwnPages.install(server);
        ControlSandbox.install(server, world.clock(), kinds.all(), portal::add);
    }

    private static void installMessages(SandboxServer server, World world, PortalAddresses portal) {
        SlackSandbox.install(server, SandboxEndpoints.SLACK_TOKEN,
                new SlackSignature(SandboxEndpoints.SLACK_SIGNING_SECRET), portal::slackRequests, Clock.systemUTC());
        EventsSandbox.install(world, server, "", new SandboxEndpoints(server.baseUri()).slackApiUrl(),
                SandboxEndpoints.SLACK_TOKEN);
    }

    public SandboxEndpoints endpoints() {
        return new SandboxEndpoints(server.baseUri());
    }

    /// The fleet's time and memory, for whoever wants to look or interfere without HTTP.
    public World world() {
        return world;
    }

    /// The sandbox's Argo CD with its own switches.
    public ArgoCdSandbox argoCd() {
        return fleet.argoCd();
    }

    /// The sandbox's Argo Workflows with its own switches.
    public WorkflowsSandbox workflows() {
        return fleet.workflows();
    }

    /// What goes wrong with the workloads.
    public WorkloadFaults workloadFaults() {
        return fleet.workloadFaults();
    }

    public PortalAddresses portal() {
        return portal;
    }

    @Override
    public void close() {
        story.close();
        server.close();
        fleet.close();
        world.clock().close();
    }
}
