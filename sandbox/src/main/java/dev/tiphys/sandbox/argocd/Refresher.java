package dev.tiphys.sandbox.argocd;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.kube.ObjectMeta;
import dev.tiphys.sandbox.time.SimClock;

/// The controller's comparison loop: one comparison of an Application at a time, which takes its time. Lives on the
/// clock's thread.
final class Refresher {

    /// How much is looked at again: `RECENT` trusts the last resolved revision and leaves `reconciledAt` alone.
    enum Level {
        RECENT, LATEST
    }

    private final ApplicationStore applications;
    private final Comparer comparer;
    private final AutoSync autoSync;
    private final ArgoCdTimings timings;
    private final Map<String, Level> wanted = new HashMap<>();
    private final Set<String> busy = new HashSet<>();
    private final Map<String, Instant> resyncDue = new HashMap<>();
    private final Set<String> timed = new HashSet<>();

    Refresher(ApplicationStore applications, Comparer comparer, AutoSync autoSync, ArgoCdTimings timings) {
        this.applications = applications;
        this.comparer = comparer;
        this.autoSync = autoSync;
        this.timings = timings;
    }

    /// Asks for a comparison after `delay`; requests that come before it begins are one.
    void request(String name, Level level, Duration delay) {
        Level already = wanted.get(name);
        if (already == null || already.compareTo(level) < 0) {
            wanted.put(name, level);
        }
        if (already == null) {
            clock().schedule(delay, () -> begin(name));
        }
    }

    void forget(String name) {
        wanted.remove(name);
        resyncDue.remove(name);
    }

    private void begin(String name) {
        Level level = wanted.remove(name);
        Application application = applications.find(name).orElse(null);
        if (level == null || application == null || application.annotation(Application.SKIP_RECONCILE).equals("true")) {
            return;
        }
        if (busy.contains(name)) {
            request(name, level, timings.compare());
            return;
        }
        busy.add(name);
        Level needed = isStale(application) ? Level.LATEST : level;
        String begun = applications.now();
        Comparison comparison = comparer.compare(application, needed == Level.LATEST ? "" : revision(application));
        clock().schedule(timings.compare(), () -> end(application, needed, begun, comparison));
    }

    // A comparison tells of the source that it read at its beginning, so a changed spec is compared anew.
    static boolean isStale(Application application) {
        return !application.json().path("status").has("reconciledAt") || !isComparedTo(application, "source")
                || !isComparedTo(application, "sources")
                || !isComparedTo(application, "destination")
                || application.hasAnnotation(Application.REFRESH);
    }

    private static boolean isComparedTo(Application application, String field) {
        return application.json().path("status").path("sync").path("comparedTo").path(field)
                .equals(application.spec().path(field));
    }

    private static String revision(Application application) {
        return application.json().path("status").path("sync").path("revision").asString("");
    }

    private void end(Application compared, Level level, String begun, Comparison comparison) {
        String name = compared.name();
        busy.remove(name);
        applications.change(name, json -> {
            StatusWriter.write(json, comparison, applications.now());
            if (level == Level.LATEST) {
                json.withObjectProperty("status").put("reconciledAt", begun);
                if (compared.hasAnnotation(Application.REFRESH)) {
                    removeRefresh(json);
                }
            }
        }).ifPresent(application -> {
            autoSync.consider(application, comparison);
            if (level == Level.LATEST) {
                rest(name);
            }
        });
    }

    private static void removeRefresh(ObjectNode json) {
        if (json.path("metadata").path("annotations") instanceof ObjectNode annotations) {
            annotations.remove(Application.REFRESH);
            if (annotations.isEmpty()) {
                ObjectMeta.of(json).remove("annotations");
            }
        }
    }

    /// Leaves an Application alone until its next regular comparison. There is one timer for each, which looks when
    /// that is due and waits on, so that none must be called off.
    void rest(String name) {
        Duration jitter = Duration.ofMillis(Math.floorMod(name.hashCode() * 7919, 60_000));
        Duration wait = timings.resync().plus(jitter);
        resyncDue.put(name, clock().now().plus(wait));
        if (timed.add(name)) {
            clock().schedule(wait, () -> resync(name));
        }
    }

    private void resync(String name) {
        Instant due = resyncDue.get(name);
        Duration wait = due == null ? Duration.ZERO : Duration.between(clock().now(), due);
        if (wait.isPositive()) {
            clock().schedule(wait, () -> resync(name));
            return;
        }
        timed.remove(name);
        if (due != null) {
            request(name, Level.LATEST, Duration.ZERO);
        }
    }

    private SimClock clock() {
        return applications.world().clock();
    }
}
