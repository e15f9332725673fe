package dev.tiphys.promotion.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tiphys.promotion.PromotionView;
import dev.tiphys.promotion.PromotionView.TargetView;
import dev.tiphys.promotion.web.PromotionPage.Ask;
import dev.tiphys.promotion.web.PromotionPage.Content;
import dev.tiphys.promotion.web.PromotionPage.Stop;
import dev.tiphys.promotion.web.PromotionPage.Tab;
import dev.tiphys.web.Age;
import dev.tiphys.web.Fresh;

/// Makes the page of a promotion.
record PromotionPages(PromotionView promotion, Rights rights, Instant now) {

    PromotionPage page(Content content, String tab, String error) {
        return page(content, tab, error, PromotionPage.Around.nothing(promotion.service()));
    }

    PromotionPage page(Content content, String tab, String error, PromotionPage.Around around) {
        List<Ask> asks = new Asks(promotion, rights, now).all();
        Instant started = promotion.startedAt() == null ? promotion.createdAt() : promotion.startedAt();
        return new PromotionPage(Links.promotion(promotion.id()), promotion.service(), promotion.from(),
                promotion.version(), PromotionRows.status(promotion, Waits.forPerson(promotion, rights)),
                promotion.requester(), Age.of(started, now), took(started), promotion.planHash(),
                promotion.workflow().name(), Fresh.of(promotion.asOf(), now), sentence(asks), error,
                asks.stream().limit(Asks.SHOWN).toList(), Math.max(0, asks.size() - Asks.SHOWN),
                WaveCards.of(promotion.id(), promotion.waves()), stop(), tabs(tab), content,
                "promotion-" + promotion.id(), around);
    }

    private String took(Instant started) {
        return promotion.finishedAt() == null ? "" : Age.words(Duration.between(started, promotion.finishedAt()));
    }

    private String sentence(List<Ask> asks) {
        if (!asks.isEmpty()) {
            return "";
        }
        return PromotionRows.of(promotion, rights, now).sentence();
    }

    private @Nullable Stop stop() {
        boolean may = promotion.waves().stream().anyMatch(wave -> rights.mayOperate(promotion.service(), wave.name()));
        if (promotion.phase().isFinal() || !may) {
            return null;
        }
        List<TargetView> targets = promotion.waves().stream().flatMap(wave -> wave.targets().stream()).toList();
        long done = targets.stream().filter(target -> target.phase().equals("SUCCEEDED")).count();
        long moving = targets.stream()
                .filter(target -> target.phase().equals("RUNNING") || target.phase().equals("ASKS"))
                .count();
        long later = targets.stream().filter(target -> target.phase().equals("LATER")).count();
        String consequence = Counted.of(done, "cluster") + " done: " + (done == 1 ? "stays" : "stay") + " on "
                + promotion.version() + ". " + moving + " on the way: left as they are at that moment. " + later
                + " not begun: stay as they are. It cannot be resumed.";
        return new Stop(Links.promotion(promotion.id()) + "/abort", consequence);
    }

    private List<Tab> tabs(String current) {
        long targets = promotion.waves().stream().mapToLong(wave -> wave.targets().size()).sum();
        return List.of(tab("timeline", "Timeline", "", current),
                tab("targets", "Targets", Long.toString(targets), current), tab("hera", "Hera", "", current),
                tab("manifest", "Manifest", "", current), tab("audit", "Audit", "", current));
    }

    private Tab tab(String name, String label, String count, String current) {
        return new Tab(label, count, Links.tab(promotion.id(), name), name.equals(current));
    }
}
