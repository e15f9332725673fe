package dev.tiphys.fleet;

import dev.tiphys.argo.cd.ApplicationRef;
import dev.tiphys.argo.cd.ApplicationSummary;

/// One Application in its place: which service it is, where it runs and at which version. Which service it is, its
/// labels claim; where configuration does not tie its project to the service's team, that is claimed and not trusted.
///
/// @param argoCd the configured name of its Argo CD
/// @param service from the label `tiphys.dev/service`, else `app.kubernetes.io/part-of`, else `app.kubernetes.io/name`;
///        empty when it has none
/// @param team who owns it by configuration, never by label; empty when its claim is not trusted
/// @param environment empty when its cluster lies in none
/// @param version what it is set to run, else what its pods run; empty when neither can be told
/// @param mechanism how its version is changed: `kustomize-image`, `helm-parameter` or `target-revision`
/// @param versioned what the mechanism changes: the image's repository, the parameter's name, or empty
/// @param reachable whether its cluster and its Argo CD answer
/// @param distrust why its claim to the service is not trusted; empty when it is
public record FleetApplication(String argoCd, ApplicationSummary summary, String service, String team,
        String environment, String version, String mechanism, String versioned, boolean reachable, String distrust) {

    /// Whether it counts as part of its service, for promotions and for rights.
    public boolean isTrusted() {
        return distrust.isEmpty();
    }

    /// The same, not trusted.
    FleetApplication distrusted(String why) {
        return new FleetApplication(argoCd, summary, service, "", environment, version, mechanism, versioned, reachable,
                why);
    }

    public ApplicationRef ref() {
        return summary.ref();
    }

    public String cluster() {
        return summary.cluster();
    }

    public String health() {
        return summary.health();
    }

    /// Whether an operation runs or its workload is on its way.
    public boolean isMoving() {
        return summary.operationPhase().equals("Running") || summary.health().equals("Progressing")
                || summary.health().equals("Suspended");
    }

    public boolean isUnhealthy() {
        return summary.health().equals("Degraded") || summary.health().equals("Missing");
    }
}
