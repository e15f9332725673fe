package dev.tiphys.promotion.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import dev.tiphys.fleet.FleetSnapshot;
import dev.tiphys.fleet.FleetSource;
import dev.tiphys.promotion.PromotionPhase;
import dev.tiphys.promotion.PromotionView;
import dev.tiphys.promotion.web.HomePage.Column;
import dev.tiphys.promotion.web.HomePage.Lead;
import dev.tiphys.promotion.web.HomePage.Matrix;
import dev.tiphys.promotion.web.HomePage.Row;
import dev.tiphys.web.Age;
import dev.tiphys.web.Fresh;
import dev.tiphys.web.Notice;
import dev.tiphys.web.State;

/// Makes the home page out of one snapshot of the fleet and the promotions.
record HomePages(FleetSnapshot fleet, List<PromotionView> running, List<PromotionView> ended, Rights rights,
        Instant now) {

    HomePage page(MatrixAsk ask) {
        return page(ask, fleet.services());
    }

    /// @param services those that the person may view
    HomePage page(MatrixAsk ask, Collection<String> services) {
        return new HomePage(lead(services), rows(running), rows(ended), matrix(ask, services),
                Fresh.of(fleet.asOf(), now), notices(),
                "fleet promotions");
    }

    private List<PromotionRow> rows(List<PromotionView> promotions) {
        return promotions.stream().map(promotion -> PromotionRows.of(promotion, rights, now)).toList();
    }

    private Lead lead(Collection<String> services) {
        long forYou = running.stream().filter(promotion -> Waits.forPerson(promotion, rights)).count();
        List<PromotionView> others = running.stream().filter(promotion -> !Waits.forPerson(promotion, rights)).toList();
        long decisions = others.stream().filter(Waits::asks).count();
        long approvals = others.stream().filter(Waits::approval).count();
        long moving = others.stream().filter(promotion -> !Waits.asks(promotion) && !Waits.approval(promotion))
                .filter(promotion -> promotion.phase() != PromotionPhase.PAUSED).count();
        return new Lead(forYou, decisions, approvals, moving, services.size(), fleet.environments().size(),
                fleet.clusters().size());
    }

    private Matrix matrix(MatrixAsk ask, Collection<String> services) {
        ServiceRows rows = new ServiceRows(fleet, running, rights, now);
        List<Row> found = services.stream().map(rows::row).filter(ask::matches).toList();
        List<Row> shown = found.stream().filter(ask::shows).toList();
        int start = Math.min(ask.page() * MatrixAsk.SIZE, shown.size());
        int end = Math.min(start + MatrixAsk.SIZE, shown.size());
        return new Matrix(columns(), shown.subList(start, end), ask.chips(found), ask.query(), ask.show(), shown.size(),
                services.size(), ask.page() > 0 ? ask.href(ask.page() - 1) : null,
                end < shown.size() ? ask.href(ask.page() + 1) : null);
    }

    private List<Column> columns() {
        return fleet.environments().stream()
                .map(environment -> new Column(environment.name(), fleet.clusters().stream()
                        .filter(cluster -> cluster.environment().equals(environment.name())).count()))
                .toList();
    }

    private List<Notice> notices() {
        List<Notice> notices = new ArrayList<>();
        for (FleetSource source : fleet.sources()) {
            if (!source.isReachable()) {
                notices.add(new Notice(State.WAIT, "Argo CD " + source.argoCd() + " does not answer"
                        + (source.asOf() == null
                                ? " and has told nothing yet"
                                : " since " + Age.of(source.asOf(), now).words()
                                        + "; what is shown of it is what it told last")
                        + (source.trouble().isEmpty() ? "." : " (" + source.trouble() + ").")));
            }
        }
        return notices;
    }
}
