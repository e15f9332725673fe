package dev.tiphys.fleet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.tiphys.fleet.Misfit.Kind;

/// Finds the clusters and Applications that match no environment, two environments or no service, each with the label
/// that would mend it.
public final class Misfits {

    private static final String SERVICE = "tiphys.dev/service";

    private final FleetSnapshot fleet;
    private final Set<String> clusters;
    private final Map<String, Long> applications;

    private Misfits(FleetSnapshot fleet) {
        this.fleet = fleet;
        this.clusters = fleet.clusters().stream().map(one -> key(one.argoCd(), one.name())).collect(Collectors.toSet());
        this.applications = fleet.applications().stream()
                .collect(Collectors.groupingBy(one -> key(one.argoCd(), one.cluster()), Collectors.counting()));
    }

    private static String key(String argoCd, String cluster) {
        return argoCd + "/" + cluster;
    }

    /// Clusters first, since their Applications follow them.
    public static List<Misfit> of(FleetSnapshot fleet) {
        Misfits misfits = new Misfits(fleet);
        return Stream.concat(fleet.clusters().stream().flatMap(misfits::cluster),
                fleet.applications().stream().flatMap(misfits::application)).toList();
    }

    private Stream<Misfit> cluster(FleetCluster cluster) {
        List<Environment> matching = fleet.environments().stream()
                .filter(environment -> environment.contains(cluster.labels())).toList();
        return switch (matching.size()) {
            case 0 -> Stream.of(homeless(cluster));
            case 1 -> Stream.empty();
            default -> Stream.of(torn(cluster, matching));
        };
    }

    private Misfit homeless(FleetCluster cluster) {
        Environment nearest = fleet.environments().stream()
                .max(Comparator.<Environment>comparingLong(environment -> shared(environment, cluster.labels()))
                        .thenComparingInt(environment -> -environment.position()))
                .orElseThrow();
        Map<String, String> missing = new TreeMap<>(nearest.selector());
        missing.entrySet().removeAll(cluster.labels().entrySet());
        return new Misfit(Kind.CLUSTER, cluster.argoCd(), cluster.name(), "no-environment",
                "Its labels match no environment" + counted(cluster) + ". With the label it would lie in "
                        + nearest.name()
                        + ".",
                labels(missing), "on the cluster in Argo CD");
    }

    private static long shared(Environment environment, Map<String, String> labels) {
        return environment.selector().entrySet().stream().filter(labels.entrySet()::contains).count();
    }

    private static Misfit torn(FleetCluster cluster, List<Environment> matching) {
        List<String> names = matching.stream().map(Environment::name).toList();
        Environment wanted = matching.getLast();
        Map<String, String> own = new TreeMap<>(wanted.selector());
        matching.subList(0, matching.size() - 1)
                .forEach(other -> own.entrySet().removeAll(other.selector().entrySet()));
        boolean narrower = !own.isEmpty();
        return new Misfit(Kind.CLUSTER, cluster.argoCd(), cluster.name(), "two-environments",
                "Its labels match " + String.join(" and ", names) + "; it counts as " + cluster.environment()
                        + ", the first of them. "
                        + (narrower
                                ? "Without the label it would lie in " + matching.getFirst().name() + " alone."
                                : "Their selectors must differ."),
                narrower ? labels(own).replaceAll("=[^,]*", "-") : "", narrower
                        ? "on the cluster in Argo CD (a dash takes a label away)"
                        : "under tiphys.environments");
    }

    private String counted(FleetCluster cluster) {
        long there = applications.getOrDefault(key(cluster.argoCd(), cluster.name()), 0L);
        return there == 0
                ? ""
                : ", so " + there + (there == 1 ? " Application lies" : " Applications lie") + " in none";
    }

    private Stream<Misfit> application(FleetApplication application) {
        List<Misfit> found = new ArrayList<>();
        if (application.service().isEmpty()) {
            found.add(new Misfit(Kind.APPLICATION, application.argoCd(), application.ref().toString(), "no-service",
                    "No label says which service it belongs to, so no promotion moves it.",
                    SERVICE + "=" + guess(application), "on the Application"));
        }
        if (!clusters.contains(key(application.argoCd(), application.cluster()))) {
            found.add(new Misfit(Kind.APPLICATION, application.argoCd(), application.ref().toString(), "no-cluster",
                    "Its destination " + application.cluster() + " is no cluster that Argo CD knows, so it lies in no"
                            + " environment.",
                    "", "in spec.destination"));
        }
        return found.stream();
    }

    /// The name without what tells one place from another.
    private String guess(FleetApplication application) {
        Set<String> places = fleet.environments().stream().map(Environment::name).collect(Collectors.toSet());
        places.add(application.cluster());
        String name = application.ref().name();
        return places.stream().filter(place -> !place.isEmpty() && name.endsWith("-" + place))
                .map(place -> name.substring(0, name.length() - place.length() - 1)).filter(rest -> !rest.isEmpty())
                .min(Comparator.comparingInt(String::length)).orElse(name);
    }

    private static String labels(Map<String, String> labels) {
        return labels.entrySet().stream().map(label -> label.getKey() + "=" + label.getValue())
                .collect(Collectors.joining(","));
    }
}
