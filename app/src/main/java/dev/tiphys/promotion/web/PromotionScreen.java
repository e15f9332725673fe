package dev.tiphys.promotion.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Component;

import dev.tiphys.identity.Person;
import dev.tiphys.promotion.KeptEvidence;
import dev.tiphys.promotion.PromotionId;
import dev.tiphys.promotion.PromotionRights;
import dev.tiphys.promotion.PromotionSights;
import dev.tiphys.promotion.PromotionView;
import dev.tiphys.promotion.Promotions;
import dev.tiphys.promotion.Rollbacks;
import dev.tiphys.promotion.web.PromotionPage.Content;
import dev.tiphys.promotion.web.PromotionPage.Entry;
import dev.tiphys.promotion.web.PromotionPage.History;
import dev.tiphys.promotion.web.PromotionPage.Text;
import dev.tiphys.web.When;

/// The page of a promotion with the chosen tab, also when a decision on it was refused.
@Component
class PromotionScreen {

    private final Promotions promotions;
    private final PromotionSights sights;
    private final PromotionRights rights;
    private final OutsideLinks links;
    private final Rollbacks rollbacks;
    private final Telling telling;
    private final Clock clock;

    PromotionScreen(Promotions promotions, PromotionSights sights, PromotionRights rights, OutsideLinks links,
            Rollbacks rollbacks, Telling telling, Clock clock) {
        this.telling = telling;
        this.promotions = promotions;
        this.sights = sights;
        this.links = links;
        this.rights = rights;
        this.rollbacks = rollbacks;
        this.clock = clock;
    }

    /// @param error why the decision was refused; empty when there was none
    PromotionPage page(PromotionId id, String tab, String error, Person person) {
        return page(id, tab, ClusterAsk.ALL, error, person);
    }

    /// @param ask which targets the tab of clusters shows
    PromotionPage page(PromotionId id, String tab, ClusterAsk ask, String error, Person person) {
        PromotionView promotion = sights.requireSeen(person, promotions.get(id));
        Rights may = new PersonRights(rights, person);
        Contents contents = new Contents(promotion, clock.instant(), may);
        Content content = switch (tab) {
            case "clusters", "targets" -> contents.clusters(ask);
            case "hera" -> new Text(Texts.hera(promotions.getHera(id), Links.promotion(id) + "/hera"));
            case "manifest" -> new Text(Texts.manifest(promotions.getManifest(id), Links.promotion(id) + "/manifest"));
            case "audit" -> history(id);
            default -> contents.timeline();
        };
        return new PromotionPages(promotion, may, clock.instant(), evidence(promotion))
                .page(content, content instanceof Text ? tab : content.tab(), error, rollbacks.related(id),
                        around(promotion))
                .told(telling.of(promotion).stream()
                        .map(each -> new PromotionPage.Told(each.where(), When.of(each.at())))
                        .distinct().toList());
    }

    private List<KeptEvidence> evidence(PromotionView promotion) {
        return promotion.waves().stream().flatMap(wave -> wave.targets().stream())
                .filter(target -> target.phase().equals("ASKS")).limit(Asks.SHOWN)
                .flatMap(target -> promotions.listEvidence(promotion.id(), target.application()).stream())
                .toList();
    }

    private PromotionPage.Around around(PromotionView promotion) {
        String href = Links.promotion(promotion.id());
        String workflow = links.workflow(promotion);
        return new PromotionPage.Around(Links.service(promotion.service()), workflow, links.argoCd(promotion),
                links.of(promotion), new Summary(promotion, links.portal(href), workflow).text(), href + "/summary");
    }

    private History history(PromotionId id) {
        record At(Instant at, Entry entry) {}
        List<At> entries = new ArrayList<>();
        promotions.listTransitions(id).forEach(step -> entries.add(new At(step.at(), new Entry(When.exact(step.at()),
                step.who(),
                (step.phaseBefore() == null ? "" : word(step.phaseBefore()) + " → ") + word(step.phaseAfter()),
                step.why()))));
        promotions.listDecisions(id).forEach(one -> entries.add(new At(one.at(), new Entry(When.exact(one.at()),
                one.byName(), one.decision() + (one.subject().isEmpty() ? "" : ": " + one.subject()), one.reason()))));
        return new History(entries.stream().sorted(Comparator.comparing(At::at).reversed()).map(At::entry).toList(),
                "/audit?q=" + id);
    }

    private static String word(Enum<?> phase) {
        return phase.name().toLowerCase(Locale.ROOT);
    }
}
