package dev.tiphys.promotion.plan;

import java.util.List;
import java.util.Map;

import dev.tiphys.argo.cd.ApplicationRef;
import dev.tiphys.argo.cd.ApplicationSummary;
import dev.tiphys.argo.cd.Source;
import dev.tiphys.fleet.FleetApplication;

/// One application as a test speaks of it; everything unsaid is ordinary and well.
public record ApplicationFixture(String argoCd, String name, String service, String environment, String version,
        String mechanism, String versioned, String health, boolean automated, boolean multiSource, boolean reachable,
        boolean labelled, boolean deleting) {

    static ApplicationFixture of(String service, String environment) {
        return new ApplicationFixture("main", service + "-" + environment, service, environment, "v4",
                "kustomize-image", "registry.example/" + service, "Healthy", false, false, true, true, false);
    }

    public ApplicationFixture named(String other) {
        return new ApplicationFixture(argoCd, other, service, environment, version, mechanism, versioned, health,
                automated, multiSource, reachable, labelled, deleting);
    }

    public ApplicationFixture on(String other) {
        return new ApplicationFixture(argoCd, name, service, environment, other, mechanism, versioned, health,
                automated, multiSource, reachable, labelled, deleting);
    }

    public ApplicationFixture changedBy(String kind, String subject) {
        return new ApplicationFixture(argoCd, name, service, environment, version, kind, subject, health, automated,
                multiSource, reachable, labelled, deleting);
    }

    public ApplicationFixture inArgoCd(String other) {
        return new ApplicationFixture(other, name, service, environment, version, mechanism, versioned, health,
                automated, multiSource, reachable, labelled, deleting);
    }

    ApplicationFixture degraded() {
        return new ApplicationFixture(argoCd, name, service, environment, version, mechanism, versioned, "Degraded",
                automated, multiSource, reachable, labelled, deleting);
    }

    ApplicationFixture automatic() {
        return new ApplicationFixture(argoCd, name, service, environment, version, mechanism, versioned, health, true,
                multiSource, reachable, labelled, deleting);
    }

    ApplicationFixture withSeveralSources() {
        return new ApplicationFixture(argoCd, name, service, environment, version, mechanism, versioned, health,
                automated, true, reachable, labelled, deleting);
    }

    ApplicationFixture unreachable() {
        return new ApplicationFixture(argoCd, name, service, environment, version, mechanism, versioned, health,
                automated, multiSource, false, labelled, deleting);
    }

    ApplicationFixture withoutLabel() {
        return new ApplicationFixture(argoCd, name, service, environment, version, mechanism, versioned, health,
                automated, multiSource, reachable, false, deleting);
    }

    ApplicationFixture goingAway() {
        return new ApplicationFixture(argoCd, name, service, environment, version, mechanism, versioned, health,
                automated, multiSource, reachable, labelled, true);
    }

    /// In a project that is not tied to the service's team.
    FleetApplication claimedFrom(String project) {
        FleetApplication built = build();
        ApplicationSummary summary = built.summary();
        return new FleetApplication(argoCd, new ApplicationSummary(ApplicationRef.of(project, name), summary.labels(),
                summary.annotations(), environment, "", service, Source.NONE, multiSource, automated, "Synced", "",
                health, "", null, null, List.of(), null, deleting), service, "", environment, version, mechanism,
                versioned, reachable, "its project " + project + " does not belong to shop");
    }

    FleetApplication build() {
        Map<String, String> labels = labelled ? Map.of("tiphys.dev/service", service) : Map.of();
        ApplicationSummary summary = new ApplicationSummary(ApplicationRef.of("shop", name), labels, Map.of(),
                environment, "", service, Source.NONE, multiSource, automated, "Synced", "", health, "", null, null,
                List.of(), null, deleting);
        return new FleetApplication(argoCd, summary, service, "shop", environment, version, mechanism, versioned,
                reachable, "");
    }
}
