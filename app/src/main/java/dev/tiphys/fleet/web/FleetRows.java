package dev.tiphys.fleet.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import dev.tiphys.connection.PublicPlaces;
import dev.tiphys.fleet.FleetApplication;
import dev.tiphys.fleet.FleetCluster;
import dev.tiphys.fleet.web.FleetPage.ApplicationRow;
import dev.tiphys.fleet.web.FleetPage.ClusterRow;
import dev.tiphys.web.Age;
import dev.tiphys.web.State;
import dev.tiphys.web.Status;

/// Tells clusters and applications in a line each.
final class FleetRows {

    private final Map<String, List<FleetApplication>> byCluster;
    private final PublicPlaces places;
    private final Instant now;

    FleetRows(Iterable<FleetApplication> applications, PublicPlaces places, Instant now) {
        this.byCluster = StreamSupport.stream(applications.spliterator(), false)
                .collect(Collectors.groupingBy(FleetApplication::cluster));
        this.places = places;
        this.now = now;
    }

    ClusterRow cluster(FleetCluster cluster) {
        List<FleetApplication> there = byCluster.getOrDefault(cluster.name(), List.of());
        Map<String, String> labels = cluster.labels();
        var known = cluster.cluster();
        return new ClusterRow(cluster.name(), connection(cluster), known.connectionMessage(), cluster.environment(),
                labels.getOrDefault("cloud-provider", ""), labels.getOrDefault("region", ""), known.serverVersion(),
                there.size(), there.stream().filter(FleetApplication::isUnhealthy).count(),
                there.stream().filter(one -> one.summary().syncStatus().equals("OutOfSync")).count(),
                known.attemptedAt() == null ? null : Age.of(known.attemptedAt(), now), !cluster.isReachable(),
                labels.entrySet().stream().sorted(Map.Entry.comparingByKey())
                        .map(label -> label.getKey() + "=" + label.getValue()).collect(Collectors.joining(", ")));
    }

    private static Status connection(FleetCluster cluster) {
        return switch (cluster.cluster().connection()) {
            case "Successful" -> new Status(State.OK, "Connected");
            case "Failed" -> new Status(State.BAD, "Not reachable");
            default -> new Status(State.IDLE, "Not watched");
        };
    }

    ApplicationRow application(FleetApplication application) {
        var summary = application.summary();
        return new ApplicationRow(application.ref().name(), application.ref().project(), application.service(),
                application.distrust(), application.cluster(), application.environment(), application.version(),
                health(application),
                sync(summary.syncStatus()),
                summary.operationFinishedAt() == null ? null : Age.of(summary.operationFinishedAt(), now),
                !application.reachable(),
                places.application(application.argoCd(), application.ref()).orElse(null));
    }

    private static Status health(FleetApplication application) {
        if (!application.reachable()) {
            return new Status(State.IDLE, "Not reachable");
        }
        return switch (application.health()) {
            case "Healthy" -> new Status(State.OK, "Healthy");
            case "Progressing" -> new Status(State.RUN, "Progressing");
            case "Suspended" -> new Status(State.WAIT, "Paused");
            case "Degraded" -> new Status(State.BAD, "Degraded");
            case "Missing" -> new Status(State.BAD, "Missing");
            default -> new Status(State.IDLE, "Unknown");
        };
    }

    private static Status sync(String status) {
        return switch (status) {
            case "Synced" -> new Status(State.OK, "Synced");
            case "OutOfSync" -> new Status(State.WAIT, "Out of sync");
            default -> new Status(State.IDLE, "Unknown");
        };
    }
}
