package dev.tiphys.identity;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.tiphys.identity.AccessPolicy.ProjectTie;

/// Decides whether an Application may belong to the service that its labels claim. The narrowest pattern names the
/// owners of a service: who is tied to `checkout` owns it before those who are tied to `*`.
final class ServiceOwners {

    private final List<ProjectTie> ties;

    ServiceOwners(List<ProjectTie> ties) {
        this.ties = List.copyOf(ties);
    }

    ServiceClaim judge(String argoCd, String project, String service) {
        if (ties.isEmpty()) {
            return ServiceClaim.refused("no Argo CD project is tied to a team (tiphys.access.projects)");
        }
        List<ProjectTie> owning = owning(service);
        if (owning.isEmpty()) {
            return ServiceClaim.refused("no team is tied to a service of the name " + service);
        }
        return owning.stream().filter(tie -> anyMatches(tie.argocd(), argoCd) && anyMatches(tie.projects(), project))
                .findFirst().map(tie -> ServiceClaim.trusted(tie.team()))
                .orElseGet(() -> ServiceClaim.refused("its project " + project + " does not belong to "
                        + owning.stream().map(ProjectTie::team).distinct().sorted()
                                .collect(Collectors.joining(" or "))
                        + ", to whom " + service + " is tied"));
    }

    private List<ProjectTie> owning(String service) {
        int narrowest = ties.stream().mapToInt(tie -> narrowness(tie, service)).max().orElse(-1);
        return ties.stream().filter(tie -> narrowest >= 0 && narrowness(tie, service) == narrowest).toList();
    }

    private static int narrowness(ProjectTie tie, String service) {
        return tie.services().stream().filter(pattern -> Glob.matches(pattern, service)).map(Glob::narrowness)
                .max(Comparator.naturalOrder()).orElse(-1);
    }

    private static boolean anyMatches(Set<String> patterns, String value) {
        return patterns.stream().anyMatch(pattern -> Glob.matches(pattern, value));
    }
}
