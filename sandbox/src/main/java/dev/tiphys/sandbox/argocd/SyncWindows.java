package dev.tiphys.sandbox.argocd;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/// The sync windows of a project and what they allow now.
record SyncWindows(ApplicationStore applications, Informer projects) {

    /// The windows that concern an Application.
    List<JsonNode> assigned(Application application) {
        return projects.find(application.project()).stream()
                .flatMap(project -> project.path("spec").path("syncWindows").valueStream())
                .filter(window -> concerns(window, application)).toList();
    }

    List<JsonNode> active(Application application) {
        Instant now = applications.world().clock().now();
        return assigned(application).stream().filter(window -> isActive(window, now)).toList();
    }

    boolean allowsManualSync(Application application) {
        return allows(application, true);
    }

    boolean allowsAutomaticSync(Application application) {
        return allows(application, false);
    }

    // A denial wins; where there are allowing windows, one must be open.
    private boolean allows(Application application, boolean manual) {
        List<JsonNode> assigned = assigned(application);
        List<JsonNode> active = active(application);
        List<JsonNode> denials = of(active, "deny").toList();
        if (!denials.isEmpty()) {
            return manual && denials.stream().allMatch(SyncWindows::isManual);
        }
        if (of(active, "allow").findAny().isPresent()) {
            return true;
        }
        List<JsonNode> closed = of(assigned, "allow").toList();
        return closed.isEmpty() || (manual && closed.stream().anyMatch(SyncWindows::isManual));
    }

    private static Stream<JsonNode> of(List<JsonNode> windows, String kind) {
        return windows.stream().filter(window -> window.path("kind").asString("").equals(kind));
    }

    private static boolean isManual(JsonNode window) {
        return window.path("manualSync").asBoolean(false);
    }

    private static boolean isActive(JsonNode window, Instant now) {
        return CronSchedule.parse(window.path("schedule").asString(""), window.path("timeZone").asString("UTC"))
                .firedWithin(GoDuration.parse(window.path("duration").asString("0s")), now);
    }

    private static boolean concerns(JsonNode window, Application application) {
        JsonNode destination = application.destination();
        return any(window.path("applications"), application.name())
                || any(window.path("namespaces"), destination.path("namespace").asString(""))
                || any(window.path("clusters"), destination.path("server").asString(""))
                || any(window.path("clusters"), destination.path("name").asString(""));
    }

    private static boolean any(JsonNode globs, String text) {
        return !text.isEmpty() && globs.valueStream()
                .anyMatch(glob -> text.matches(Pattern.quote(glob.asString("")).replace("*", "\\E.*\\Q")));
    }
}
