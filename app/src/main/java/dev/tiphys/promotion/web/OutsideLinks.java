package dev.tiphys.promotion.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import dev.tiphys.approval.ApprovalWish;
import dev.tiphys.approval.CompareLink;
import dev.tiphys.connection.PublicPlaces;
import dev.tiphys.connection.WorkflowsPlace;
import dev.tiphys.fleet.Fleet;
import dev.tiphys.fleet.FleetApplication;
import dev.tiphys.fleet.LinkTemplate;
import dev.tiphys.promotion.PromotionView;
import dev.tiphys.promotion.PromotionView.TargetView;
import dev.tiphys.promotion.plan.Plan;
import dev.tiphys.promotion.plan.Target;
import dev.tiphys.web.NamedLink;

/// Where the pages of promotions lead outside of the portal: to Argo CD, to Argo Workflows, and to what teams have
/// written on their Applications.
@Component
class OutsideLinks {

    private static final int MOST = 12;
    private static final int LOOKED_AT = 200;

    private final Fleet fleet;
    private final PublicPlaces places;
    private final CompareLink compare;
    private final WorkflowsPlace portal;

    OutsideLinks(Fleet fleet, PublicPlaces places, CompareLink compare, WorkflowsPlace portal) {
        this.fleet = fleet;
        this.places = places;
        this.compare = compare;
        this.portal = portal;
    }

    /// One change of an Application, to be compared.
    private record Change(FleetApplication application, String from, String to) {}

    /// The address of a page of this portal, for who reads it elsewhere.
    String portal(String path) {
        return portal.portalUrl() + path;
    }

    String workflow(PromotionView promotion) {
        return places.workflow(promotion.workflow().namespace(), promotion.workflow().name());
    }

    /// The workflow with the node of the step that runs or ran last; the workflow alone before the first.
    String step(PromotionView promotion, TargetView target) {
        return target.podName().isEmpty()
                ? workflow(promotion)
                : places.pod(promotion.workflow().namespace(), promotion.workflow().name(), target.podName());
    }

    /// The page of the Application in Argo CD; empty when its Argo CD is not configured any more.
    Optional<String> argoCd(FleetApplication application) {
        return places.application(application.argoCd(), application.ref());
    }

    /// The pages in Argo CD by the name of the Application.
    Map<String, String> argoCd(PromotionView promotion) {
        Map<String, String> pages = new HashMap<>();
        promotion.waves().stream().flatMap(wave -> wave.targets().stream())
                .forEach(target -> fleet.snapshot().findApplication(target.application())
                        .filter(known -> known.ref().project().equals(target.project())).flatMap(this::argoCd)
                        .ifPresent(page -> pages.put(target.application(), page)));
        return pages;
    }

    /// What the team has written on one Application.
    List<NamedLink> of(FleetApplication application) {
        return LinkTemplate.of(application).stream().flatMap(link -> link.fill(values(application)).stream()).toList();
    }

    /// What the team has written on all of them alike.
    List<NamedLink> of(Collection<FleetApplication> applications) {
        List<NamedLink> all = applications.stream().limit(LOOKED_AT).flatMap(one -> of(one).stream()).distinct()
                .toList();
        return all.stream().filter(link -> isAlone(link.name(), all)).limit(MOST).toList();
    }

    private static boolean isAlone(String name, List<NamedLink> all) {
        return all.stream().filter(other -> other.name().equals(name)).count() == 1;
    }

    List<NamedLink> of(Plan plan) {
        return links(plan.service(), plan.targets().stream().limit(LOOKED_AT)
                .flatMap(target -> change(target, plan.version()).stream()).toList());
    }

    List<NamedLink> of(PromotionView promotion) {
        return links(promotion.service(), promotion.waves().stream().flatMap(wave -> wave.targets().stream())
                .limit(LOOKED_AT).flatMap(target -> change(target).stream()).toList());
    }

    private Optional<Change> change(Target target, String to) {
        return fleet.findApplication(target.application()).map(known -> new Change(known, target.from(), to));
    }

    private Optional<Change> change(TargetView target) {
        return fleet.snapshot().findApplication(target.application())
                .filter(known -> known.ref().project().equals(target.project()))
                .map(known -> new Change(known, target.from(), target.to()));
    }

    private List<NamedLink> links(String service, List<Change> changes) {
        List<NamedLink> all = new ArrayList<>();
        for (Change change : changes) {
            List<NamedLink> compared = LinkTemplate.of(change.application()).stream().filter(LinkTemplate::compares)
                    .flatMap(link -> compared(link, change).stream()).toList();
            all.addAll(compared.isEmpty() ? configured(service, change) : compared);
        }
        List<NamedLink> compares = all.stream().distinct().toList();
        return Stream.concat(compares.stream(), others(changes)).limit(MOST).toList();
    }

    /// A link that differs from cluster to cluster is named after the cluster too.
    private static Stream<NamedLink> others(List<Change> changes) {
        List<NamedLink> plain = changes.stream().flatMap(change -> others(change, "")).distinct().toList();
        return changes.stream().flatMap(change -> others(change, " " + change.application().cluster()))
                .map(link -> plain.stream().filter(one -> one.href().equals(link.href()))
                        .filter(one -> isAlone(one.name(), plain)).findFirst().orElse(link))
                .distinct().sorted(Comparator.comparing(link -> !plain.contains(link)));
    }

    private static Stream<NamedLink> others(Change change, String suffix) {
        return LinkTemplate.of(change.application()).stream().filter(link -> !link.compares())
                .flatMap(link -> link.fill(values(change)).stream())
                .map(link -> new NamedLink(link.name() + suffix, link.href()));
    }

    private static Optional<NamedLink> compared(LinkTemplate link, Change change) {
        return change.from().equals(change.to())
                ? Optional.empty()
                : link.fill(values(change)).map(filled -> named(filled.name(), change, filled.href()));
    }

    private List<NamedLink> configured(String service, Change change) {
        return compare.find(service, new ApprovalWish.Change(service, change.from(), change.to()))
                .filter(href -> href.startsWith("https://") || href.startsWith("http://"))
                .map(href -> named("compare", change, href)).stream().toList();
    }

    private static NamedLink named(String name, Change change, String href) {
        return new NamedLink(name + " " + change.from() + " … " + change.to(), href);
    }

    private static Map<String, String> values(FleetApplication application) {
        return Map.of("service", application.service(), "environment", application.environment(), "cluster",
                application.cluster(), "application", application.ref().name(), "version", application.version());
    }

    private static Map<String, String> values(Change change) {
        Map<String, String> values = new HashMap<>(values(change.application()));
        values.put("from", change.from());
        values.put("to", change.to());
        return values;
    }
}
