package dev.tiphys.fleet.web;

import java.util.Map;

import dev.tiphys.fleet.FleetApplication;

/// An application in the JSON API.
///
/// @param trusted whether its claim to the service is; promotions leave it out when not
/// @param distrust why not
record ApplicationJson(String name, String project, String argoCd, String service, String team, String environment,
        String cluster, String namespace, String version, String mechanism, String sync, String health,
        String operation, boolean moving, boolean reachable, boolean trusted, String distrust,
        Map<String, String> labels) {

    static ApplicationJson of(FleetApplication known) {
        var summary = known.summary();
        return new ApplicationJson(known.ref().name(), known.ref().project(), known.argoCd(), known.service(),
                known.team(), known.environment(), known.cluster(), summary.destinationNamespace(), known.version(),
                known.mechanism(), summary.syncStatus(), summary.health(), summary.operationPhase(), known.isMoving(),
                known.reachable(), known.isTrusted(), known.distrust(), summary.labels());
    }
}
