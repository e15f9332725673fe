package dev.tiphys.promotion.web;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.tiphys.fleet.FleetSnapshot;
import dev.tiphys.promotion.PromotionView;
import dev.tiphys.promotion.figures.Figure;
import dev.tiphys.promotion.figures.Figures;
import dev.tiphys.promotion.web.ServicePage.Reading;
import dev.tiphys.promotion.web.ServicePage.Span;
import dev.tiphys.promotion.web.ServicePage.Target;
import dev.tiphys.promotion.web.ServicePage.Version;
import dev.tiphys.promotion.web.ServiceReport.Known;
import dev.tiphys.promotion.web.ServiceReport.Running;
import dev.tiphys.web.Fresh;
import dev.tiphys.web.NamedLink;
import dev.tiphys.web.State;
import dev.tiphys.web.Status;
import dev.tiphys.web.When;

/// Makes the page of a service.
record ServicePages(ServiceReport report, FleetSnapshot fleet, Rights rights, Instant now) {

    private static final int LAST = 8;

    ServicePage page() {
        List<PromotionView> running = report.promotions().stream().filter(one -> !one.phase().isFinal()).toList();
        HomePage.Row row = new ServiceRows(fleet, running, rights, now).row(report.name());
        return new ServicePage(report.name(), report.owner(), row, row.promote(), row.denied(),
                new HistoryAsk(report.name(), null, null, null, null, null, null).href(0), report.environments(),
                report.versions().stream().map(known -> version(known, row.promote() != null)).toList(),
                report.targets().stream().map(ServicePages::target).toList(), report.links(),
                String.join(", ", report.production()), report.figures().stream().map(ServicePages::span).toList(),
                report.promotions().stream().limit(LAST).map(one -> PromotionRows.of(one, rights, now)).toList(),
                Fresh.of(fleet.asOf(), now), "fleet promotions");
    }

    private Version version(Known known, boolean promotable) {
        String where = known.environments().isEmpty()
                ? "nowhere now"
                : String.join(", ", known.environments());
        return new Version(known.version(), where, known.announcedAt() == null ? null : When.of(known.announcedAt()),
                known.announcedBy(), VersionNote.shortened(known.revision()), known.revision(), links(known.links()),
                known.promotedAt() == null ? null : When.of(known.promotedAt()),
                known.promotions() == 0 ? "" : Counted.of(known.promotions(), "promotion"),
                promotable ? Links.newPromotion(report.name(), known.version()) : null);
    }

    static List<NamedLink> links(Map<String, URI> links) {
        return new TreeMap<>(links).entrySet().stream()
                .map(link -> new NamedLink(link.getKey(), link.getValue().toString())).toList();
    }

    private static Target target(Running one) {
        Status health = !one.reachable()
                ? new Status(State.IDLE, "Not reachable")
                : switch (one.health()) {
                    case "Healthy" -> new Status(State.OK, "Healthy");
                    case "Progressing" -> new Status(State.RUN, "Progressing");
                    case "Suspended" -> new Status(State.WAIT, "Paused");
                    case "Degraded", "Missing" -> new Status(State.BAD, one.health());
                    default -> new Status(State.IDLE, "Unknown");
                };
        return new Target(one.application(), one.cluster(), one.environment(), one.version(), health, one.argoCd(),
                one.links());
    }

    private static Span span(Figures figures) {
        return new Span(figures.days(), figures.all().stream().map(ServicePages::number).toList());
    }

    private static Reading number(Figure one) {
        return new Reading(one.name(), one.words(), one.casesWords(), one.definition(), one.enough());
    }
}
