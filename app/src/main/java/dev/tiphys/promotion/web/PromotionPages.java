package dev.tiphys.promotion.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tiphys.promotion.KeptEvidence;
import dev.tiphys.promotion.PromotionPhase;
import dev.tiphys.promotion.PromotionView;
import dev.tiphys.promotion.PromotionView.TargetView;
import dev.tiphys.promotion.PromotionView.Waiting;
import dev.tiphys.promotion.PromotionView.WaveView;
import dev.tiphys.promotion.Rollbacks;
import dev.tiphys.promotion.web.PromotionPage.Ask;
import dev.tiphys.promotion.web.PromotionPage.Content;
import dev.tiphys.promotion.web.PromotionPage.Denied;
import dev.tiphys.promotion.web.PromotionPage.Levers;
import dev.tiphys.promotion.web.PromotionPage.Related;
import dev.tiphys.promotion.web.PromotionPage.Stop;
import dev.tiphys.promotion.web.PromotionPage.Tab;
import dev.tiphys.web.Age;
import dev.tiphys.web.Fresh;

/// Makes the page of a promotion.
///
/// @param evidence what is kept of the targets that ask
record PromotionPages(PromotionView promotion, Rights rights, Instant now, List<KeptEvidence> evidence) {

    PromotionPages(PromotionView promotion, Rights rights, Instant now) {
        this(promotion, rights, now, List.of());
    }

    PromotionPage page(Content content, String tab, String error) {
        return page(content, tab, error, List.of(), PromotionPage.Around.nothing(promotion.service()));
    }

    PromotionPage page(Content content, String tab, String error, List<Rollbacks.Related> related,
            PromotionPage.Around around) {
        List<Ask> asks = new Asks(promotion, rights, now, evidence).all();
        Instant started = promotion.startedAt() == null ? promotion.createdAt() : promotion.startedAt();
        return new PromotionPage(Links.promotion(promotion.id()), promotion.service(), promotion.from(),
                promotion.version(), PromotionRows.status(promotion, Waits.forPerson(promotion, rights)),
                promotion.requester(), Age.of(started, now), took(started), promotion.planHash(),
                promotion.workflow().name(), Fresh.of(promotion.asOf(), now), sentence(asks), error,
                asks.stream().limit(Asks.SHOWN).toList(), Math.max(0, asks.size() - Asks.SHOWN),
                WaveCards.of(promotion, rights), stop(), tabs(tab), content,
                "promotion-" + promotion.id(),
                new PromotionPage.Why(promotion.startedOutside(), promotion.note(), promotion.changeReference()),
                List.of(),
                levers(related), around);
    }

    private Levers levers(List<Rollbacks.Related> related) {
        boolean open = !promotion.phase().isFinal() && promotion.phase() != PromotionPhase.PLANNED;
        Waiting waiting = promotion.waitingFor();
        boolean held = promotion.phase() == PromotionPhase.PAUSED
                || (waiting != null && waiting.actions().contains("resume"));
        String home = Links.promotion(promotion.id());
        return new Levers(open && !held && mayOperate() ? home + "/pause" : null,
                open && held && mayOperate() ? home + "/resume" : null,
                canRollBack() ? home + "/rollback" : null, related.stream().map(other -> new Related(
                        Links.promotion(other.id()), other.words(), other.isTheWayBack())).toList(),
                denied(open, held));
    }

    private List<Denied> denied(boolean open, boolean held) {
        List<Denied> all = new ArrayList<>();
        if (begun().findAny().isPresent() && !canRollBack()) {
            begun().map(wave -> rights.whyNotPromote(promotion.service(), wave.name())).findFirst()
                    .ifPresent(why -> all.add(new Denied("promotion.rollback", why)));
        }
        if (!promotion.phase().isFinal() && !mayOperate()) {
            String why = promotion.waves().stream()
                    .map(wave -> rights.whyNotOperate(promotion.service(), wave.name())).findFirst().orElse("");
            if (open) {
                all.add(new Denied(held ? "promotion.resume" : "promotion.pause", why));
            }
            all.add(new Denied("promotion.stop", why));
        }
        return all.stream().filter(one -> !one.why().isEmpty()).toList();
    }

    private boolean mayOperate() {
        return promotion.waves().stream().anyMatch(wave -> rights.mayOperate(promotion.service(), wave.name()));
    }

    private boolean canRollBack() {
        return begun().anyMatch(wave -> rights.mayPromote(promotion.service(), wave.name()));
    }

    private Stream<WaveView> begun() {
        return promotion.waves().stream().filter(wave -> wave.targets().stream().anyMatch(PromotionPages::hasBegun));
    }

    private static boolean hasBegun(TargetView target) {
        return !target.phase().equals("LATER");
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
        if (promotion.phase().isFinal() || !mayOperate()) {
            return null;
        }
        return new Stop(Links.promotion(promotion.id()) + "/abort",
                Stopping.of(promotion).sentences(promotion.version()));
    }

    private List<Tab> tabs(String current) {
        long targets = promotion.waves().stream().mapToLong(wave -> wave.targets().size()).sum();
        return List.of(tab("timeline", "Timeline", "", current),
                tab("clusters", "Clusters", Long.toString(targets), current), tab("hera", "Hera", "", current),
                tab("manifest", "Manifest", "", current), tab("audit", "Audit", "", current));
    }

    private Tab tab(String name, String label, String count, String current) {
        return new Tab(label, count, Links.tab(promotion.id(), name), name.equals(current));
    }
}
