package dev.tiphys.promotion.plan;

import dev.tiphys.argo.cd.ApplicationRef;

/// What one delivery of a promotion changes: one Application on one cluster.
///
/// @param from the version that the plan saw; the delivery asks a person when it finds another one
/// @param to the version it gets where that is not the plan's, as on the way back; else empty
public record Target(ApplicationRef application, String argoCd, String cluster, String environment, String from,
        String to) {

    // Plans of the first format, which are kept as they were, know no such version.
    public Target {
        to = to == null ? "" : to;
    }

    /// A target that gets the plan's version.
    public Target(ApplicationRef application, String argoCd, String cluster, String environment, String from) {
        this(application, argoCd, cluster, environment, from, "");
    }

    /// The item of the workflow's fan-out: `project/application@from`, or `project/application@from->to`.
    public String item() {
        return application + "@" + from + (to.isEmpty() ? "" : "->" + to);
    }
}
