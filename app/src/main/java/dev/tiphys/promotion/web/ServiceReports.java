package dev.tiphys.promotion.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.tiphys.fleet.Environment;
import dev.tiphys.fleet.Fleet;
import dev.tiphys.fleet.FleetApplication;
import dev.tiphys.fleet.FleetSnapshot;
import dev.tiphys.identity.Permission;
import dev.tiphys.identity.Person;
import dev.tiphys.identity.PortalAction;
import dev.tiphys.promotion.AnnouncedVersion;
import dev.tiphys.promotion.PromotionRights;
import dev.tiphys.promotion.PromotionView;
import dev.tiphys.promotion.figures.ServiceFigures;
import dev.tiphys.promotion.plan.VersionSpread;
import dev.tiphys.promotion.plan.VersionSuggestions;
import dev.tiphys.promotion.web.ServiceReport.Known;
import dev.tiphys.promotion.web.ServiceReport.Place;
import dev.tiphys.promotion.web.ServiceReport.Running;

/// Gathers everything about a service for one person.
@Component
class ServiceReports {

    private static final int VERSIONS = 20;

    private final Fleet fleet;
    private final ServicePast past;
    private final ServiceFigures figures;
    private final PromotionRights rights;
    private final OutsideLinks links;

    ServiceReports(Fleet fleet, ServicePast past, ServiceFigures figures, PromotionRights rights, OutsideLinks links) {
        this.fleet = fleet;
        this.past = past;
        this.figures = figures;
        this.rights = rights;
        this.links = links;
    }

    /// @throws dev.tiphys.web.Refusal.NotFound when there is none that the person may view
    ServiceReport report(String service, Person person) {
        past.requireSeen(service, person);
        FleetSnapshot snapshot = fleet.snapshot();
        List<FleetApplication> applications = snapshot.applicationsOf(service);
        List<PromotionView> promotions = past.promotions(service, person);
        String owner = applications.stream().map(FleetApplication::team).filter(team -> !team.isEmpty()).findFirst()
                .orElse("");
        return new ServiceReport(service, owner,
                snapshot.environments().stream().map(environment -> place(service, environment, snapshot, person))
                        .toList(),
                versions(new VersionSuggestions(snapshot, service), past.announced(service), promotions),
                applications.stream().map(this::running).toList(), links.of(applications), figures.production(),
                figures.of(service), promotions);
    }

    private Place place(String service, Environment environment, FleetSnapshot snapshot, Person person) {
        List<FleetApplication> there = snapshot.applicationsOf(service).stream()
                .filter(application -> application.environment().equals(environment.name())).toList();
        return new Place(environment.name(), VersionSpread.of(there).summary(), there.size(), environment.approval(),
                rights.whoMay(Permission.PROMOTE, service, environment.name()),
                rights.whoMay(Permission.APPROVE, service, environment.name()),
                rights.whyNot(person, PortalAction.PROMOTION_START, service, environment.name()));
    }

    private Running running(FleetApplication one) {
        return new Running(one.ref().name(), one.ref().project(), one.cluster(), one.environment(), one.version(),
                one.health(), one.reachable(), links.argoCd(one).orElse(null), links.of(one));
    }

    /// What was built last first, then what runs, then what was only promoted before.
    static List<Known> versions(VersionSuggestions running, Collection<AnnouncedVersion> announced,
            List<PromotionView> promotions) {
        Map<String, List<String>> places = new LinkedHashMap<>();
        running.versions().forEach(one -> places.put(one.version(), one.environments()));
        Map<String, AnnouncedVersion> builds = new LinkedHashMap<>();
        announced.forEach(one -> builds.put(one.version(), one));
        Map<String, List<PromotionView>> before = new LinkedHashMap<>();
        promotions.forEach(one -> before.computeIfAbsent(one.version(), version -> new ArrayList<>()).add(one));
        List<String> names = new ArrayList<>(builds.keySet());
        names.addAll(places.keySet());
        names.addAll(before.keySet());
        return names.stream().distinct().limit(VERSIONS).map(version -> known(version,
                places.getOrDefault(version, List.of()), builds.get(version),
                before.getOrDefault(version, List.of()))).toList();
    }

    private static Known known(String version, List<String> environments,
            @Nullable AnnouncedVersion build, List<PromotionView> before) {
        return new Known(version, environments, build == null ? null : build.announcedAt(),
                build == null ? "" : build.announcedBy(), build == null ? "" : build.revision(),
                build == null ? Map.of() : build.links(), before.isEmpty() ? null : before.getFirst().createdAt(),
                before.size());
    }
}
