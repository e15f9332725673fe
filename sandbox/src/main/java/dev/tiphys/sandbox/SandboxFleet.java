package dev.tiphys.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.tiphys.sandbox.argocd.ArgoCdSandbox;
import dev.tiphys.sandbox.argocd.ArgoCdTimings;
import dev.tiphys.sandbox.argocd.Policy;
import dev.tiphys.sandbox.argocd.Repositories;
import dev.tiphys.sandbox.fleet.Fleet;
import dev.tiphys.sandbox.fleet.FleetAccess;
import dev.tiphys.sandbox.http.SandboxServer;
import dev.tiphys.sandbox.kubeapi.KubernetesApi;
import dev.tiphys.sandbox.kubeapi.NamespaceCleaner;
import dev.tiphys.sandbox.kubeapi.RoleRights;
import dev.tiphys.sandbox.people.DemoUser;
import dev.tiphys.sandbox.workflows.Callers;
import dev.tiphys.sandbox.workflows.WorkflowsSandbox;
import dev.tiphys.sandbox.workloads.WorkloadControllers;
import dev.tiphys.sandbox.workloads.WorkloadFaults;
import dev.tiphys.steps.Steps;

/// The clusters of a sandbox with their control planes: what is on them, what moves it, and how it is reached.
record SandboxFleet(Fleet fleet, WorkloadFaults workloadFaults, ArgoCdSandbox argoCd, WorkloadControllers workloads,
        WorkflowsSandbox workflows) implements AutoCloseable {

    /// Fills the clusters, then starts their control planes. Runs on the world's own thread, so that no controller
    /// moves before all of them are there.
    static SandboxFleet compose(World world, SandboxServer server, Fleet fleet) {
        SandboxEndpoints endpoints = new SandboxEndpoints(server.baseUri());
        List<Push> history = new ArrayList<>();
        Repositories past = new Repositories();
        fleet.seed(world, (repoUrl, branch) -> {
            history.add(new Push(repoUrl, branch));
            return past.push(repoUrl, branch);
        }, new FleetAccess(endpoints.argoCdUrl().toString(), SandboxEndpoints.ARGOCD_TOKEN,
                endpoints.eventsUrl().toString(), endpoints.providerApi().toString(),
                SandboxEndpoints.PROVIDER_TOKEN));
        WorkloadFaults faults = new WorkloadFaults();
        ArgoCdSandbox argoCd = ArgoCdSandbox.install(world, server, fleet.manifests(), ArgoCdTimings.REALISTIC);
        history.forEach(push -> argoCd.repositories().push(push.repoUrl(), push.branch()));
        argoCd.tokens().register(SandboxEndpoints.ARGOCD_TOKEN, "tiphys", Policy.ADMIN);
        WorkloadControllers workloads = WorkloadControllers.start(world, faults);
        WorkflowsSandbox workflows = WorkflowsSandbox.install(world, server, Steps.program(), callers());
        NamespaceCleaner.start(world);
        RoleRights roles = new RoleRights(world);
        KubernetesApi.install(world, server, SandboxUsers::userOf, (user, ask) -> SandboxUsers.mayDo(roles, user, ask));
        return new SandboxFleet(fleet, faults, argoCd, workloads, workflows);
    }

    private static Callers callers() {
        Map<String, Callers.Caller> known = new HashMap<>(
                Map.of(SandboxEndpoints.WORKFLOWS_TOKEN, Callers.Caller.serviceAccount("argo", "tiphys")));
        DemoUser.all().forEach(user -> known.put(user.argoToken(),
                new Callers.Caller(user.username(), user.email(), user.username(), user.groups())));
        return Callers.of(known);
    }

    @Override
    public void close() {
        workflows.close();
        workloads.close();
    }

    private record Push(String repoUrl, String branch) {}
}
