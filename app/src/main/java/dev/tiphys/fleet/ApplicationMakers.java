package dev.tiphys.fleet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.tiphys.argo.cd.ApplicationSets.ApplicationSet;

/// Which ApplicationSet makes which Application of one Argo CD.
record ApplicationMakers(Map<String, ApplicationSet> byApplication) {

    ApplicationMakers {
        byApplication = Map.copyOf(byApplication);
    }

    static ApplicationMakers of(List<ApplicationSet> sets) {
        Map<String, ApplicationSet> makers = new HashMap<>();
        sets.forEach(set -> set.applications().forEach(application -> makers.put(application, set)));
        return new ApplicationMakers(makers);
    }

    /// @param known those of the application's Argo CD; null when they could not be listed
    static Reversion reversion(@Nullable ApplicationMakers known, FleetApplication application) {
        if (known == null) {
            return Reversion.UNKNOWN;
        }
        String name = application.ref().name();
        ApplicationSet maker = known.byApplication().get(name);
        return maker == null || maker.leavesAlone(name, changedField(application.mechanism()))
                ? Reversion.NEVER
                : Reversion.CERTAIN;
    }

    private static String changedField(String mechanism) {
        return switch (mechanism) {
            case "helm-parameter" -> "/spec/source/helm/parameters";
            case "target-revision" -> "/spec/source/targetRevision";
            default -> "/spec/source/kustomize/images";
        };
    }
}
