package dev.tiphys.sandbox;

import java.util.List;
import java.util.Map;

import dev.tiphys.sandbox.argocd.ClusterReachability;
import dev.tiphys.sandbox.control.ControlSandbox;
import dev.tiphys.sandbox.control.FaultKind;
import dev.tiphys.sandbox.page.Form;
import dev.tiphys.sandbox.providers.ProviderFaults;
import dev.tiphys.sandbox.workloads.WorkloadFaults;

/// The faults of the fleet itself as the levers set them: `analysis-fails`, `never-healthy`, `cluster-away`.
record FleetFaultKinds(WorkloadFaults workloads, ClusterReachability reachability, ProviderFaults providers,
        List<String> services, List<String> clusters) {

    private static final List<String> OFFERS = List.of("pets", "databases", "buckets", "records", "machines");

    ControlSandbox.FleetFaults all() {
        return new ControlSandbox.FleetFaults(Map.of("analysis-fails",
                form -> workload(form, WorkloadFaults.Type.ANALYSIS_FAILS, "fails its analysis"), "never-healthy",
                form -> workload(form, WorkloadFaults.Type.NEVER_HEALTHY, "never gets healthy"), "cluster-away",
                this::clusterAway, "provisioning-fails", this::provisioningFails), services, clusters);
    }

    private FaultKind.Begun workload(Form form, WorkloadFaults.Type type, String verb) {
        WorkloadFaults.Fault fault = new WorkloadFaults.Fault(type, one("service", form, services, true),
                one("cluster", form, clusters, true));
        workloads.set(fault);
        String service = fault.service().equals(WorkloadFaults.ANY) ? "every service" : fault.service();
        String cluster = fault.cluster().equals(WorkloadFaults.ANY) ? "every cluster" : fault.cluster();
        return FaultKind.Begun.untilLifted(service + " " + verb + " on " + cluster, () -> workloads.lift(fault));
    }

    private FaultKind.Begun provisioningFails(Form form) {
        String what = one("what", form, OFFERS, false);
        providers.set(what);
        return FaultKind.Begun.untilLifted("no new " + what + " can be made", () -> providers.lift(what));
    }

    private FaultKind.Begun clusterAway(Form form) {
        String cluster = one("cluster", form, clusters, false);
        reachability.cutOff(cluster);
        return FaultKind.Begun.untilLifted(cluster + " is away", () -> reachability.restore(cluster));
    }

    private static String one(String name, Form form, List<String> known, boolean orAny) {
        String value = form.find(name).orElse(orAny ? WorkloadFaults.ANY : "");
        if (!known.contains(value) && !(orAny && value.equals(WorkloadFaults.ANY))) {
            throw new IllegalArgumentException(
                    name + " must be one of " + String.join(", ", known) + (orAny ? " or *" : "") + ", not '" + value
                            + "'");
        }
        return value;
    }
}
