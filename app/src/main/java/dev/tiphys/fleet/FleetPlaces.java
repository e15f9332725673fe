package dev.tiphys.fleet;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.tiphys.identity.PortalPlaces;

/// The services and environments of the fleet, for questions about rights.
@Component
class FleetPlaces implements PortalPlaces {

    private final Fleet fleet;

    FleetPlaces(Fleet fleet) {
        this.fleet = fleet;
    }

    @Override
    public List<String> services() {
        return List.copyOf(fleet.snapshot().services());
    }

    @Override
    public List<String> environments() {
        return fleet.environments().stream().map(Environment::name).toList();
    }

    @Override
    public Optional<String> teamOf(String service) {
        return fleet.snapshot().applicationsOf(service).stream().map(FleetApplication::team)
                .filter(team -> !team.isEmpty()).findFirst();
    }
}
