package dev.tiphys.sandbox.workloads;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;

/// The faults of workloads that are set now, one for each service and cluster. They hold until they are lifted; what
/// waits on one goes on at once then.
public final class WorkloadFaults {

    /// Stands for every service or every cluster.
    public static final String ANY = "*";

    private final Set<Fault> faults = new ConcurrentSkipListSet<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    public void set(Fault fault) {
        if (faults.add(fault)) {
            listeners.forEach(Runnable::run);
        }
    }

    /// Whether there was such a fault.
    public boolean lift(Fault fault) {
        boolean present = faults.remove(fault);
        if (present) {
            listeners.forEach(Runnable::run);
        }
        return present;
    }

    public void liftAll() {
        faults.clear();
        listeners.forEach(Runnable::run);
    }

    public List<Fault> list() {
        return List.copyOf(faults);
    }

    boolean holds(Type type, String service, String cluster) {
        return faults.stream().anyMatch(fault -> fault.type == type && fits(fault.service, service)
                && fits(fault.cluster, cluster));
    }

    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private static boolean fits(String wanted, String present) {
        return wanted.equals(ANY) || wanted.equals(present);
    }

    /// What can go wrong with a workload.
    public enum Type {
        /// Every analysis of the service's new version fails.
        ANALYSIS_FAILS,
        /// Pods of the service that start from now on never become ready.
        NEVER_HEALTHY
    }

    /// One fault. The service is the name of its Rollout or Deployment.
    public record Fault(Type type, String service, String cluster) implements Comparable<Fault> {

        @Override
        public int compareTo(Fault other) {
            return toString().compareTo(other.toString());
        }
    }
}
