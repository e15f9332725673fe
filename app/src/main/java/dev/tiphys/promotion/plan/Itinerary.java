package dev.tiphys.promotion.plan;

import static java.util.stream.Collectors.groupingBy;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.tiphys.fleet.Environment;
import dev.tiphys.fleet.FleetApplication;
import dev.tiphys.fleet.FleetSnapshot;

/// The ticked environments in the order of promotion, with the service's applications in each.
final class Itinerary {

    private final PlanRequest request;
    private final List<Environment> known;
    private final Map<String, List<FleetApplication>> applications;
    private final Set<String> ticked;

    private Itinerary(PlanRequest request, FleetSnapshot fleet) {
        this.request = request;
        this.known = fleet.environments().stream().sorted(Comparator.comparingInt(Environment::position)).toList();
        this.applications = fleet.applicationsOf(request.service()).stream().filter(FleetApplication::isTrusted)
                .collect(groupingBy(FleetApplication::environment));
        this.ticked = new HashSet<>(request.environments());
    }

    static Itinerary of(PlanRequest request, FleetSnapshot fleet, Problems problems) {
        Itinerary itinerary = new Itinerary(request, fleet);
        itinerary.checkNames(fleet, problems);
        itinerary.environments().forEach(environment -> itinerary.checkOrder(environment, problems));
        return itinerary;
    }

    /// The places of a way back: what was there before needs no order of promotion.
    static Itinerary back(String service, String version, List<String> environments, FleetSnapshot fleet) {
        return new Itinerary(new PlanRequest(service, version, environments), fleet);
    }

    /// Whether an approval stands before it or before an environment that it comes after.
    boolean isGuarded(Environment environment) {
        return environment.approval() || predecessors(environment).stream().anyMatch(this::isGuarded);
    }

    List<Environment> environments() {
        return known.stream().filter(environment -> ticked.contains(environment.name())).toList();
    }

    List<String> names() {
        return environments().stream().map(Environment::name).toList();
    }

    List<FleetApplication> applicationsIn(Environment environment) {
        return applications.getOrDefault(environment.name(), List.of());
    }

    List<FleetApplication> applications() {
        return environments().stream().flatMap(environment -> applicationsIn(environment).stream()).toList();
    }

    /// An approval guards the environments after its own one too, so leaving out the guarded one must not open them.
    Gate gateBefore(Environment environment) {
        boolean guarded = environment.approval() || predecessors(environment).stream()
                .anyMatch(earlier -> !ticked.contains(earlier.name()) && gateBefore(earlier) instanceof Gate.Approval);
        return guarded ? new Gate.Approval() : new Gate.AtOnce();
    }

    private void checkNames(FleetSnapshot fleet, Problems problems) {
        if (ticked.isEmpty())
            problems.environments("Tick at least one environment.");
        List<String> names = known.stream().map(Environment::name).toList();
        boolean serviceKnown = fleet.services().contains(request.service());
        for (String name : request.environments().stream().distinct().toList()) {
            if (!names.contains(name)) {
                problems.environments("There is no environment " + Problems.quoted(name) + "."
                        + NearMatches.question(name, names));
            } else if (serviceKnown && !applications.containsKey(name)) {
                problems.environments(request.service() + " has no application in " + name + ". Untick it.");
            }
        }
    }

    private void checkOrder(Environment environment, Problems problems) {
        if (applicationsIn(environment).isEmpty())
            return;
        for (Environment earlier : missingBefore(environment)) {
            problems.environments(environment.name() + " comes after " + earlier.name() + ", which runs "
                    + VersionSpread.of(applicationsIn(earlier)).summary() + ", not " + request.version()
                    + " throughout. Tick " + earlier.name() + " too, or promote there first.");
        }
        known.stream().filter(other -> other.position() >= environment.position())
                .filter(other -> environment.after().contains(other.name()))
                .forEach(other -> problems.environments("The configuration lists " + environment.name() + " no later"
                        + " than " + other.name() + " but says it comes after it. An administrator has to mend that."));
    }

    /// What must be on the version before `environment` may be, and is neither ticked nor there yet. An environment
    /// without the service asks for those before it; one that is wholly on the version vouches for them.
    private List<Environment> missingBefore(Environment environment) {
        return predecessors(environment).stream().filter(earlier -> !ticked.contains(earlier.name()))
                .flatMap(earlier -> applicationsIn(earlier).isEmpty()
                        ? missingBefore(earlier).stream()
                        : Optional.of(earlier).filter(place -> !isSatisfied(place)).stream())
                .distinct().toList();
    }

    private boolean isSatisfied(Environment environment) {
        return VersionSpread.of(applicationsIn(environment)).isWhollyOn(request.version());
    }

    private List<Environment> predecessors(Environment environment) {
        return known.stream().filter(other -> other.position() < environment.position())
                .filter(other -> environment.after().contains(other.name())).toList();
    }
}
