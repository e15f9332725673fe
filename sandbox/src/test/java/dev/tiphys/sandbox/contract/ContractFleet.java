package dev.tiphys.sandbox.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Instant;
import java.util.Map;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.argocd.ArgoCdSandbox;
import dev.tiphys.sandbox.argocd.ArgoCdTimings;
import dev.tiphys.sandbox.argocd.Policy;
import dev.tiphys.sandbox.fleet.Fleet;
import dev.tiphys.sandbox.fleet.FleetAccess;
import dev.tiphys.sandbox.http.SandboxServer;
import dev.tiphys.sandbox.kube.KubeStore;
import dev.tiphys.sandbox.time.SimClock;
import dev.tiphys.sandbox.workflows.Callers;
import dev.tiphys.sandbox.workflows.Callers.Caller;
import dev.tiphys.sandbox.workflows.WorkflowsSandbox;
import dev.tiphys.sandbox.workloads.WorkloadControllers;
import dev.tiphys.sandbox.workloads.WorkloadFaults;
import dev.tiphys.steps.Steps;

/// The demo fleet in quick motion, shared by all contract tests of a run.
final class ContractFleet {

    static final String ARGO_CD_TOKEN = "contract.portal.token";
    static final String WORKFLOWS_TOKEN = "contract-workflows-token";

    private static final double SPEED = 20;

    final World world;
    final SandboxServer server;
    final ArgoCdSandbox argoCd;
    final WorkflowsSandbox workflows;

    private ContractFleet() throws IOException {
        SimClock clock = new SimClock(Instant.parse("2026-11-20T10:00:00Z"), SPEED);
        world = new World(clock, new KubeStore(clock, 7));
        server = new SandboxServer(InetAddress.getLoopbackAddress(), 0);
        Fleet fleet = Fleet.demo();
        fleet.seed(world, (repository, branch) -> "0".repeat(40),
                new FleetAccess(server.baseUri() + "/argocd", ARGO_CD_TOKEN, server.baseUri() + "/events/promotions"));
        argoCd = ArgoCdSandbox.install(world, server, fleet.manifests(), ArgoCdTimings.REALISTIC);
        argoCd.tokens().register(ARGO_CD_TOKEN, "portal", Policy.ADMIN);
        WorkloadControllers.start(world, new WorkloadFaults());
        workflows = WorkflowsSandbox.install(world, server, Steps.program(),
                Callers.of(Map.of(WORKFLOWS_TOKEN, Caller.serviceAccount("promotions", "portal"))));
        server.start();
    }

    static ContractFleet shared() {
        return Holder.FLEET;
    }

    URI below(String path) {
        return URI.create(server.baseUri() + path);
    }

    private static final class Holder {
        static final ContractFleet FLEET = start();

        private static ContractFleet start() {
            try {
                return new ContractFleet();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
