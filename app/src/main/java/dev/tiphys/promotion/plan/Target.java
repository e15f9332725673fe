package dev.tiphys.promotion.plan;

import dev.tiphys.argo.cd.ApplicationRef;

/// What one delivery of a promotion changes: one Application on one cluster.
///
/// @param from the version that the plan saw; the delivery asks a person when it finds another one
public record Target(ApplicationRef application, String argoCd, String cluster, String environment, String from) {

    /// The item of the workflow's fan-out: `project/application@from`.
    public String item() {
        return application + "@" + from;
    }
}
