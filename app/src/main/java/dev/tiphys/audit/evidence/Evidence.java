package dev.tiphys.audit.evidence;

import java.util.ArrayList;
import java.util.List;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import dev.tiphys.audit.AuditSight;
import dev.tiphys.audit.proof.CheckpointLines;
import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Person;
import dev.tiphys.promotion.PromotionId;
import dev.tiphys.promotion.PromotionPapers;
import dev.tiphys.promotion.PromotionPapers.Paper;
import dev.tiphys.promotion.PromotionRights;
import dev.tiphys.promotion.PromotionSights;
import dev.tiphys.promotion.PromotionView;
import dev.tiphys.promotion.Promotions;

/// Puts the evidence of a promotion together. That somebody took it is itself on record, and in it.
@Component
public class Evidence {

    private final Promotions promotions;
    private final PromotionRights rights;
    private final PromotionSights sights;
    private final PromotionPapers papers;
    private final EvidenceProof proof;
    private final ApplicationEventPublisher events;

    Evidence(Promotions promotions, PromotionRights rights, PromotionSights sights, PromotionPapers papers,
            EvidenceProof proof,
            ApplicationEventPublisher events) {
        this.promotions = promotions;
        this.rights = rights;
        this.sights = sights;
        this.papers = papers;
        this.proof = proof;
        this.events = events;
    }

    /// The papers, with the entries that are in sight.
    ///
    /// @throws dev.tiphys.web.Refusal.NotFound when there is no such promotion, or none that the person may see
    public EvidencePack collect(PromotionId id, Person person, AuditSight sight) {
        boolean everything = sight instanceof AuditSight.Everything;
        PromotionView promotion = promotions.get(id);
        if (!everything) {
            sights.requireSeen(person, promotion);
        }
        events.publishEvent(ActionTaken.by(person, "audit.evidence-taken", "promotion", id.toString())
                .underPlan(promotion.planHash()).about(rights.scope(promotion.service())));
        List<Paper> all = new ArrayList<>(papers.collect(promotion,
                environment -> everything || rights.seesInside(person, promotion, environment)));
        EvidenceProof.Proof shown = proof.of(id.toString(), sight);
        all.add(new Paper("audit.jsonl", lines(shown.entries())));
        all.add(new Paper("chain.jsonl", lines(shown.links())));
        all.add(new Paper("checkpoints.jsonl", CheckpointLines.write(shown.checkpoints())));
        all.add(new Paper("keys.pem", shown.keys()));
        all.add(new Paper("README.txt", EvidenceText.readme(promotion)));
        return new EvidencePack(promotion.service() + "-" + promotion.version() + "-" + id, all);
    }

    private static String lines(List<?> records) {
        StringBuilder text = new StringBuilder();
        records.forEach(one -> text.append(JsonMapper.shared().writeValueAsString(one)).append('\n'));
        return text.toString();
    }
}
