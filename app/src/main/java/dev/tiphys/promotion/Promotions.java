package dev.tiphys.promotion;

import java.util.List;
import java.util.Optional;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import dev.tiphys.promotion.plan.Plan;
import dev.tiphys.rollout.RolloutChanged;
import dev.tiphys.web.PageAsk;
import dev.tiphys.web.PageOf;
import dev.tiphys.web.Refusal;

/// Promotions to look at.
@Component
public class Promotions {

    private final PromotionQueries queries;
    private final PromotionViews views;
    private final DecisionBook book;
    private final PromotionNews news;
    private final EvidenceShelf shelf;

    Promotions(PromotionQueries queries, PromotionViews views, DecisionBook book, PromotionNews news,
            EvidenceShelf shelf) {
        this.queries = queries;
        this.views = views;
        this.book = book;
        this.news = news;
        this.shelf = shelf;
    }

    public Optional<PromotionView> find(PromotionId id) {
        return queries.find(id.value()).map(row -> views.of(List.of(row)).getFirst());
    }

    /// The promotion, or a [Refusal.NotFound].
    public PromotionView get(PromotionId id) {
        return find(id).orElseThrow(() -> missing(id));
    }

    /// Those that have not ended, newest first.
    public List<PromotionView> open() {
        return views.of(queries.open());
    }

    /// Those that may have a question to a person about one of their targets; cheaper than all that are open.
    public List<PromotionView> asking() {
        return views.of(queries.asking());
    }

    /// All promotions, newest first.
    public PageOf<PromotionView> list(PromotionFilter filter, PageAsk ask) {
        PageOf<PromotionRow> rows = queries.list(filter, null, ask);
        return new PageOf<>(views.of(rows.items()), rows.page(), rows.size(), rows.total());
    }

    /// The plan as it was approved and run.
    public Plan getPlan(PromotionId id) {
        return queries.find(id.value()).map(row -> PlanText.read(row.plan())).orElseThrow(() -> missing(id));
    }

    /// The manifest as it was shown and submitted, in YAML.
    public String getManifest(PromotionId id) {
        return queries.text(id, PromotionQueries.Text.MANIFEST).orElseThrow(() -> missing(id));
    }

    /// The Hera program that gives the same workflow.
    public String getHera(PromotionId id) {
        return queries.text(id, PromotionQueries.Text.HERA).orElseThrow(() -> missing(id));
    }

    /// What people decided about it, oldest first.
    public List<Decision> listDecisions(PromotionId id) {
        return book.list(id).stream().filter(decision -> !decision.isAdmission()).toList();
    }

    /// What pods and analyses of its targets said when they asked or ended; the newest delivery of each first.
    public List<KeptEvidence> listEvidence(PromotionId id) {
        return shelf.list(id);
    }

    /// The same of one target.
    ///
    /// @param application its name
    public List<KeptEvidence> listEvidence(PromotionId id, String application) {
        return shelf.listOf(id, application);
    }

    /// Every step from one phase to the next, oldest first.
    public List<PromotionTransition> listTransitions(PromotionId id) {
        return queries.transitions(id);
    }

    /// A canary that moved is news of the promotions that move it.
    @EventListener
    void tellPagesOf(RolloutChanged changed) {
        queries.underWay(changed.application().toString()).forEach(id -> news.changed(new PromotionId(id)));
    }

    private static Refusal missing(PromotionId id) {
        return new Refusal.NotFound("There is no promotion " + id + ".");
    }
}
