package dev.tiphys.sandbox.argocd;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import tools.jackson.databind.JsonNode;

import dev.tiphys.sandbox.kube.ObjectMeta;
import dev.tiphys.sandbox.kube.WatchEvent;
import dev.tiphys.sandbox.time.SimClock;

/// The application controller: sees every change of Applications and of what is live, and sets the loops to work.
final class ApplicationController {

    private final SyncContext context;
    private final Operations operations;
    private final ClusterDirectory clusters;
    private final LiveObjects live;
    private final Map<String, JsonNode> specs = new HashMap<>();

    ApplicationController(SyncContext context, Operations operations, ClusterDirectory clusters, LiveObjects live) {
        this.context = context;
        this.operations = operations;
        this.clusters = clusters;
        this.live = live;
    }

    void start(Informer applications, Informer secrets, ClusterReachability reachability) {
        followClusters();
        secrets.subscribe(event -> clock().execute(this::followClusters));
        live.onChange(name -> clock().execute(
                () -> context.refresher().request(name, Refresher.Level.RECENT, context.timings().liveLag())));
        reachability.onChange(cluster -> clock().execute(() -> refreshAllOn(cluster)));
        applications.subscribe(event -> clock().execute(() -> hear(event)));
        clock().execute(() -> applications.all().forEach(json -> observe(new Application(json))));
    }

    private void followClusters() {
        clusters.all().stream().filter(cluster -> !cluster.member().isEmpty())
                .forEach(cluster -> live.follow(cluster.member()));
    }

    private void hear(WatchEvent event) {
        Application application = new Application(event.object());
        if (event.type() == WatchEvent.Type.DELETED) {
            specs.remove(application.name());
            operations.forget(application.name());
            context.refresher().forget(application.name());
        } else {
            observe(application);
        }
    }

    private void observe(Application application) {
        String name = application.name();
        JsonNode before = specs.put(name, application.spec());
        if (application.isDeleting()) {
            clock().schedule(context.timings().terminate(), () -> finishDeletion(name));
            return;
        }
        operations.observe(application);
        boolean changed = before == null ? Refresher.isStale(application) : !before.equals(application.spec());
        if (changed || application.hasAnnotation(Application.REFRESH)) {
            context.refresher().request(name, Refresher.Level.LATEST, context.timings().refreshLag());
        } else if (before == null) {
            context.refresher().rest(name);
        }
    }

    // With the resources finalizer the live objects go first; an unreachable cluster holds the deletion up.
    private void finishDeletion(String name) {
        context.applications().find(name).filter(Application::isDeleting).ifPresent(application -> {
            boolean reachable = clusters.find(application.destination()).map(context.planner()::canReach).orElse(true);
            if (!reachable) {
                clock().schedule(context.timings().unreachable(), () -> finishDeletion(name));
                return;
            }
            live.of(name).stream().filter(LiveObject::managed).forEach(context.applier()::delete);
            context.applications().change(name, json -> ObjectMeta.of(json).remove("finalizers"));
        });
    }

    private void refreshAllOn(String cluster) {
        for (var json : context.applications().all()) {
            Application application = new Application(json);
            boolean there = clusters.find(application.destination()).map(Cluster::name).orElse("").equals(cluster);
            if (there) {
                Duration spread = Duration.ofMillis(Math.floorMod(application.name().hashCode(), 1_000));
                context.refresher().request(application.name(), Refresher.Level.LATEST,
                        context.timings().refreshLag().plus(spread));
            }
        }
    }

    private SimClock clock() {
        return context.applications().world().clock();
    }
}
