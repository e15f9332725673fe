package dev.tiphys.fleet;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.cd.ApplicationRef;
import dev.tiphys.argo.cd.ApplicationSets.ApplicationSet;
import dev.tiphys.argo.cd.ApplicationSummary;
import dev.tiphys.argo.cd.Clusters.Cluster;
import dev.tiphys.identity.PolicyChanged;
import dev.tiphys.identity.ServiceClaims;

/// What all sources have told, kept up to date event by event. An event costs the depth of a tree; a snapshot is made
/// when somebody looks and something has changed since.
final class FleetLedger {

    private final List<Environment> environments;
    private final ApplicationReading reading;
    private final Clock clock;
    private final TreeMap<String, FleetApplication> applications = new TreeMap<>();
    private final TreeMap<String, FleetCluster> clusters = new TreeMap<>();
    private final Map<String, FleetSource> sources = new TreeMap<>();
    private final Map<String, ApplicationMakers> makers = new TreeMap<>();
    private final Set<String> changedServices = new HashSet<>();
    private @Nullable FleetView latest;

    FleetLedger(List<Environment> environments, List<String> argoCds, ServiceClaims claims, Clock clock) {
        this.environments = environments;
        this.reading = new ApplicationReading(environments, claims);
        this.clock = clock;
        argoCds.forEach(argoCd -> sources.put(argoCd, new FleetSource(argoCd, null, "not heard yet")));
    }

    synchronized void listed(String argoCd, List<ApplicationSummary> listed) {
        Map<String, FleetApplication> now = new HashMap<>();
        listed.forEach(summary -> now.put(key(argoCd, summary.ref()), read(argoCd, summary)));
        applications.entrySet().removeIf(entry -> entry.getValue().argoCd().equals(argoCd)
                && !now.containsKey(entry.getKey()) && isChange(entry.getValue()));
        now.forEach(this::put);
        heard(argoCd);
    }

    synchronized void changed(String argoCd, ApplicationSummary summary) {
        put(key(argoCd, summary.ref()), read(argoCd, summary));
        heard(argoCd);
    }

    synchronized void deleted(String argoCd, ApplicationRef ref) {
        Optional.ofNullable(applications.remove(key(argoCd, ref))).ifPresent(this::isChange);
        heard(argoCd);
    }

    synchronized void interrupted(String argoCd, ArgoException reason) {
        FleetSource before = source(argoCd);
        sources.put(argoCd, new FleetSource(argoCd, before.asOf(), reason.getMessage() + ". " + reason.hint()));
        latest = null;
    }

    /// The clusters of one Argo CD; the place and the reach of its applications follow from them.
    synchronized void clustersListed(String argoCd, List<Cluster> listed) {
        Map<String, FleetCluster> now = new TreeMap<>();
        for (Cluster cluster : listed) {
            FleetCluster placed = new FleetCluster(argoCd, cluster, reading.environment(cluster.labels()));
            now.put(argoCd + "/" + cluster.name(), placed);
        }
        Map<String, FleetCluster> before = new TreeMap<>(clusters);
        before.values().removeIf(cluster -> !cluster.argoCd().equals(argoCd));
        if (before.equals(now)) {
            return;
        }
        clusters.keySet().removeAll(before.keySet());
        clusters.putAll(now);
        applications.replaceAll((key, known) -> known.argoCd().equals(argoCd) ? read(argoCd, known.summary()) : known);
        applications.values().forEach(this::isChange);
        latest = null;
    }

    /// The ApplicationSets of one Argo CD, which may put back what is changed in their applications.
    synchronized void setsListed(String argoCd, List<ApplicationSet> sets) {
        ApplicationMakers now = ApplicationMakers.of(sets);
        if (!now.equals(makers.put(argoCd, now))) {
            latest = null;
        }
    }

    /// Judges every claim anew when another policy counts.
    @EventListener
    synchronized void judgeAgain(PolicyChanged policy) {
        applications.replaceAll((key, known) -> read(known.argoCd(), known.summary()));
        applications.values().forEach(this::isChange);
        latest = null;
    }

    /// The environment of each cluster of one Argo CD.
    synchronized Map<String, String> places(String argoCd) {
        Map<String, String> places = new TreeMap<>();
        clusters.values().stream().filter(cluster -> cluster.argoCd().equals(argoCd))
                .forEach(cluster -> places.put(cluster.name(), cluster.environment()));
        return places;
    }

    synchronized FleetView snapshot() {
        FleetView present = latest;
        if (present == null) {
            present = FleetView.of(environments, List.copyOf(sources.values()), clusters, applications, makers);
            latest = present;
        }
        return present;
    }

    /// The services that have changed since this was asked last.
    synchronized Set<String> drainChanges() {
        Set<String> changes = Set.copyOf(changedServices);
        changedServices.clear();
        return changes;
    }

    private void put(String key, FleetApplication application) {
        FleetApplication before = applications.put(key, application);
        if (!application.equals(before)) {
            isChange(application);
        }
    }

    private boolean isChange(FleetApplication application) {
        changedServices.add(application.service());
        latest = null;
        return true;
    }

    private void heard(String argoCd) {
        Instant now = clock.instant();
        sources.put(argoCd, new FleetSource(argoCd, now, ""));
        latest = latest == null ? null : latest.heard(List.copyOf(sources.values()));
    }

    private FleetSource source(String argoCd) {
        return sources.getOrDefault(argoCd, new FleetSource(argoCd, null, ""));
    }

    private FleetApplication read(String argoCd, ApplicationSummary summary) {
        return reading.read(argoCd, summary, findCluster(argoCd, summary));
    }

    private @Nullable FleetCluster findCluster(String argoCd, ApplicationSummary summary) {
        FleetCluster byName = clusters.get(argoCd + "/" + summary.cluster());
        if (byName != null) {
            return byName;
        }
        return clusters.values().stream().filter(cluster -> cluster.argoCd().equals(argoCd)
                && cluster.cluster().server().equals(summary.destinationServer())).findFirst().orElse(null);
    }

    private static String key(String argoCd, ApplicationRef ref) {
        return ref.name() + " " + ref + " " + argoCd;
    }
}
