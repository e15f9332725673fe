package dev.tiphys.promotion.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.tiphys.fleet.Environment;
import dev.tiphys.promotion.PromotionPhase;
import dev.tiphys.promotion.PromotionView;
import dev.tiphys.web.Age;
import dev.tiphys.web.Chip;
import dev.tiphys.web.PageOf;
import dev.tiphys.web.When;

/// Makes the page of all promotions.
record HistoryPages(HistoryAsk ask, List<String> services, List<Environment> environments, Rights rights,
        Instant now) {

    HistoryPage page(PageOf<PromotionView> found) {
        return page(found.items().stream().map(this::row).toList(), found.total(), "",
                found.hasPrevious() ? ask.href(found.page() - 1) : "",
                found.hasNext() ? ask.href(found.page() + 1) : "");
    }

    HistoryPage refused(String error) {
        return page(List.of(), 0, error, "", "");
    }

    private HistoryPage page(List<HistoryPage.Row> rows, long total, String error, String previous, String next) {
        return new HistoryPage(ask.terms(), chips(), services,
                environments.stream().map(Environment::name).toList(),
                Stream.of(PromotionPhase.values()).map(phase -> phase.name().toLowerCase(Locale.ROOT)).toList(), error,
                rows, total, previous.isEmpty() ? null : previous, next.isEmpty() ? null : next, "promotions");
    }

    private List<Chip> chips() {
        String phase = ask.terms().getOrDefault("phase", "").toLowerCase(Locale.ROOT);
        boolean mine = rights.name().equals(ask.requester());
        return List.of(chip("All", ask.with(null, null), phase.isEmpty() && ask.terms().get("requester") == null),
                chip("Mine", ask.with(null, rights.name()), mine && phase.isEmpty()),
                chip("Waiting", ask.with("waiting", null), phase.equals("waiting")),
                chip("Failed", ask.with("failed", null), phase.equals("failed")));
    }

    private static Chip chip(String label, HistoryAsk wanted, boolean current) {
        return new Chip(label, -1, wanted.href(0), current);
    }

    private HistoryPage.Row row(PromotionView promotion) {
        PromotionRow row = PromotionRows.of(promotion, rights, now);
        Instant begin = promotion.startedAt() == null ? promotion.createdAt() : promotion.startedAt();
        return new HistoryPage.Row(row.href(), row.service(), Links.service(row.service()), row.from(), row.to(),
                row.strip(), row.stripWords(), row.status(), row.sentence(), row.requester(),
                When.of(promotion.createdAt()), Age.words(
                        Duration.between(begin, promotion.finishedAt() == null ? now : promotion.finishedAt())));
    }
}
