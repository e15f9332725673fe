package dev.tiphys.promotion.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.tiphys.fleet.Environment;
import dev.tiphys.fleet.FleetApplication;
import dev.tiphys.fleet.FleetSnapshot;
import dev.tiphys.promotion.AnnouncedVersion;
import dev.tiphys.promotion.PromotionView;
import dev.tiphys.promotion.plan.VersionSpread;
import dev.tiphys.promotion.plan.VersionSuggestions;
import dev.tiphys.promotion.web.NewPage.Chosen;
import dev.tiphys.promotion.web.NewPage.Place;
import dev.tiphys.promotion.web.NewPage.ServiceChoice;
import dev.tiphys.promotion.web.NewPage.Suggestion;

/// Makes the page of a new promotion: what could be moved, and where to.
///
/// @param announced what builds have announced, the latest first
/// @param promotions the running and the latest ended ones, whose versions are suggested too
record NewPages(FleetSnapshot fleet, List<AnnouncedVersion> announced, List<PromotionView> promotions, Rights rights,
        Instant now) {

    private static final int NEWEST = 5;
    private static final int MOST_DENIED = 30;

    NewPage services() {
        return services(fleet.services());
    }

    /// @param visible those that the person may view; what they may not promote comes last and says why
    NewPage services(Collection<String> visible) {
        List<ServiceChoice> choices = new ArrayList<>();
        visible.stream().filter(this::mayPromote).forEach(service -> choices.add(choice(service, "")));
        visible.stream().filter(service -> !mayPromote(service)).limit(MOST_DENIED)
                .forEach(service -> choices.add(choice(service, whyNot(service))));
        return new NewPage(choices, null, Map.of());
    }

    private ServiceChoice choice(String service, String denied) {
        return new ServiceChoice(service, team(service), Links.newPromotion(service), where(service), denied);
    }

    private String whyNot(String service) {
        String why = fleet.environments().stream().map(environment -> rights.whyNotPromote(service, environment.name()))
                .filter(words -> !words.isEmpty()).findFirst().orElse("");
        return why.isEmpty() ? "not yours to promote" : why;
    }

    /// @param ticked the environments ticked by the person; empty for those that follow from the version
    NewPage page(String service, String version, Set<String> ticked, Map<String, String> errors) {
        List<PromotionView> running = promotions.stream().filter(promotion -> !promotion.phase().isFinal()).toList();
        List<Place> places = places(service, version, ticked);
        Chosen chosen = new Chosen(new ServiceRows(fleet, running, rights, now).row(service), version,
                suggestions(service, version), places, places.stream().anyMatch(Place::ticked), note(version));
        return new NewPage(List.of(), chosen, errors);
    }

    private boolean mayPromote(String service) {
        return fleet.environments().stream().anyMatch(environment -> rights.mayPromote(service, environment.name()));
    }

    private String team(String service) {
        return fleet.applicationsOf(service).stream().map(FleetApplication::team).findFirst().orElse("");
    }

    private String where(String service) {
        return String.join(", ", new VersionSuggestions(fleet, service).versions().stream()
                .map(VersionSuggestions.Suggestion::version).toList());
    }

    private List<Suggestion> suggestions(String service, String version) {
        Map<String, String> known = new LinkedHashMap<>();
        List<VersionSuggestions.Suggestion> running = new VersionSuggestions(fleet, service).versions();
        Set<String> settled = running.stream().map(VersionSuggestions.Suggestion::version).collect(Collectors.toSet());
        announced.stream().filter(built -> !settled.contains(built.version())).limit(NEWEST)
                .forEach(built -> known.put(built.version(), origin(built)));
        running.forEach(suggestion -> known.put(suggestion.version(),
                "runs in " + String.join(", ", suggestion.environments())));
        promotions.stream().filter(promotion -> promotion.service().equals(service))
                .forEach(promotion -> known.putIfAbsent(promotion.version(), "promoted before, runs nowhere now"));
        List<Suggestion> suggestions = new ArrayList<>();
        known.forEach((name, where) -> suggestions
                .add(new Suggestion(name, where, Links.newPromotion(service, name), name.equals(version))));
        return suggestions;
    }

    private String origin(AnnouncedVersion version) {
        return VersionNote.of(version, now).words() + ", runs nowhere yet";
    }

    private @Nullable VersionNote note(String version) {
        return announced.stream().filter(built -> built.version().equals(version)).findFirst()
                .map(built -> VersionNote.of(built, now)).orElse(null);
    }

    private List<Place> places(String service, String version, Set<String> ticked) {
        VersionSuggestions known = new VersionSuggestions(fleet, service);
        Set<String> mine = fleet.environments().stream().map(Environment::name)
                .filter(name -> rights.mayPromote(service, name)).collect(Collectors.toSet());
        Collection<String> wanted = ticked.isEmpty() ? known.preticked(version, mine) : ticked;
        return fleet.environments().stream().map(environment -> place(environment, mine.contains(environment.name()),
                known.environments().getOrDefault(environment.name(), new VersionSpread(Map.of())), version, wanted,
                rights.whyNotPromote(service, environment.name())))
                .toList();
    }

    private static Place place(Environment environment, boolean mine, VersionSpread spread, String version,
            Collection<String> wanted, String whyNot) {
        boolean there = spread.targets() > 0;
        String note = !there
                ? "does not run there"
                : !mine
                        ? whyNot.isEmpty() ? "not yours to promote" : whyNot
                        : spread.isWhollyOn(version)
                                ? "already there"
                                : environment.approval() ? "needs an approval" : "";
        boolean allowed = mine && there;
        return new Place(environment.name(), spread.summary(), allowed && wanted.contains(environment.name()), allowed,
                note);
    }
}
