package dev.tiphys.fleet;

import java.util.HashMap;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.tiphys.identity.Access;
import dev.tiphys.identity.Person;
import dev.tiphys.identity.PortalAction;
import dev.tiphys.identity.Scope;

/// What of the fleet a person sees: the Applications of the services that they may view, as a whole or in some
/// environment. Asked once for each service, never for each row. Clusters belong to nobody's service and are seen
/// by all.
@Component
public class FleetSights {

    private final Access access;
    private final Fleet fleet;

    FleetSights(Access access, Fleet fleet) {
        this.access = access;
        this.fleet = fleet;
    }

    /// The fleet as it is now, with nothing in it that the person may not view.
    public FleetSnapshot snapshot(Person person) {
        FleetSnapshot all = fleet.snapshot();
        Map<String, Boolean> seen = new HashMap<>();
        all.applications()
                .forEach(one -> seen.computeIfAbsent(one.service(), service -> maySee(person, scope(all, service))));
        return seen.containsValue(false)
                ? new SeenFleet(all, service -> seen.getOrDefault(service, false))
                : all;
    }

    private boolean maySee(Person person, Scope scope) {
        return may(person, scope) || fleet.environments().stream().map(Environment::name)
                .anyMatch(name -> may(person, scope.in(name)));
    }

    private boolean may(Person person, Scope scope) {
        return access.may(person, PortalAction.FLEET_SEE, scope).allowed();
    }

    // An Application without a service is seen by those who may view every service.
    private static Scope scope(FleetSnapshot fleet, String service) {
        return service.isEmpty()
                ? Scope.portal()
                : Scope.service(service, fleet.applicationsOf(service).stream().map(FleetApplication::team)
                        .filter(team -> !team.isEmpty()).findFirst().orElse(null));
    }
}
