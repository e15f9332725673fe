package dev.tiphys.promotion.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.tiphys.fleet.Environment;
import dev.tiphys.fleet.FleetApplication;
import dev.tiphys.fleet.FleetSnapshot;
import dev.tiphys.promotion.PromotionView;
import dev.tiphys.promotion.web.NewPage.Chosen;
import dev.tiphys.promotion.web.NewPage.Place;
import dev.tiphys.promotion.web.NewPage.ServiceChoice;
import dev.tiphys.promotion.web.NewPage.Suggestion;

/// Makes the page of a new promotion: what could be moved, and where to.
///
/// @param promotions the running and the latest ended ones, whose versions are suggested too
record NewPages(FleetSnapshot fleet, List<PromotionView> promotions, Rights rights, Instant now) {

    NewPage services() {
        List<ServiceChoice> choices = fleet.services().stream().filter(this::mayPromote)
                .map(service -> new ServiceChoice(service, team(service), Links.newPromotion(service), where(service)))
                .toList();
        return new NewPage(choices, null, Map.of());
    }

    /// @param ticked the environments ticked by the person; empty for those that follow from the version
    NewPage page(String service, String version, Set<String> ticked, Map<String, String> errors) {
        List<PromotionView> running = promotions.stream().filter(promotion -> !promotion.phase().isFinal()).toList();
        List<Place> places = places(service, version, ticked);
        Chosen chosen = new Chosen(new ServiceRows(fleet, running, rights, now).row(service), version,
                suggestions(service, version), places, places.stream().anyMatch(Place::ticked));
        return new NewPage(List.of(), chosen, errors);
    }

    private boolean mayPromote(String service) {
        return fleet.environments().stream().anyMatch(environment -> rights.mayPromote(service, environment.name()));
    }

    private String team(String service) {
        return fleet.applicationsOf(service).stream().map(FleetApplication::team).findFirst().orElse("");
    }

    private String where(String service) {
        return String.join(", ", byVersion(service).keySet());
    }

    private List<Suggestion> suggestions(String service, String version) {
        Map<String, List<String>> known = byVersion(service);
        promotions.stream().filter(promotion -> promotion.service().equals(service))
                .forEach(promotion -> known.putIfAbsent(promotion.version(), List.of()));
        List<Suggestion> suggestions = new ArrayList<>();
        known.forEach((name, places) -> suggestions.add(new Suggestion(name,
                places.isEmpty() ? "promoted before, runs nowhere now" : "runs in " + String.join(", ", places),
                Links.newPromotion(service, name), name.equals(version))));
        return suggestions;
    }

    /// The environments of each version, in the order of promotion.
    private Map<String, List<String>> byVersion(String service) {
        Map<String, List<String>> versions = new LinkedHashMap<>();
        for (Environment environment : fleet.environments()) {
            in(service, environment).stream().map(FleetApplication::version).filter(version -> !version.isEmpty())
                    .distinct()
                    .forEach(version -> versions.computeIfAbsent(version, key -> new ArrayList<>())
                            .add(environment.name()));
        }
        return versions;
    }

    private List<FleetApplication> in(String service, Environment environment) {
        return fleet.applicationsOf(service).stream()
                .filter(application -> application.environment().equals(environment.name())).toList();
    }

    private List<Place> places(String service, String version, Set<String> ticked) {
        int furthest = -1;
        for (int index = 0; index < fleet.environments().size(); index++) {
            if (isOn(service, fleet.environments().get(index), version)) {
                furthest = index;
            }
        }
        List<Place> places = new ArrayList<>();
        for (int index = 0; index < fleet.environments().size(); index++) {
            Environment environment = fleet.environments().get(index);
            boolean wanted = ticked.isEmpty() ? index > furthest : ticked.contains(environment.name());
            places.add(place(service, environment, wanted, isOn(service, environment, version)));
        }
        return places;
    }

    private boolean isOn(String service, Environment environment, String version) {
        List<FleetApplication> targets = in(service, environment);
        return !targets.isEmpty() && targets.stream().allMatch(target -> target.version().equals(version));
    }

    private Place place(String service, Environment environment, boolean wanted, boolean there) {
        List<FleetApplication> targets = in(service, environment);
        boolean may = rights.mayPromote(service, environment.name());
        String runs = String.join(", ", targets.stream().map(FleetApplication::version).distinct().toList());
        String note = targets.isEmpty() ? "does not run there"
                : !may ? "not yours to promote"
                        : there ? "already there" : environment.approval() ? "needs an approval" : "";
        boolean allowed = may && !targets.isEmpty();
        return new Place(environment.name(), runs, wanted && allowed, allowed, note);
    }
}
