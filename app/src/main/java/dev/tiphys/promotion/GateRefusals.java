package dev.tiphys.promotion;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.tiphys.argo.workflows.WorkflowRun;
import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Actor;
import dev.tiphys.promotion.course.GateCourse;

/// Keeps a record of answers to gates that opened nothing: given in Argo without the portal's signature, or signed too
/// long ago.
@Component
class GateRefusals {

    private static final int LONGEST_NAME = 200;

    private final JdbcClient database;
    private final PromotionNews news;
    private final Clock clock;

    GateRefusals(JdbcClient database, PromotionNews news, Clock clock) {
        this.database = database;
        this.news = news;
        this.clock = clock;
    }

    /// Records those of the workflow's gates that are not on record yet.
    ///
    /// @param gates by their waves
    void follow(Promotion promotion, WorkflowRun run, Map<String, GateCourse> gates) {
        gates.forEach((wave, gate) -> gate.levels().stream().filter(GateCourse.Level::isRefused)
                .forEach(level -> record(promotion, wave, level, run)));
    }

    private void record(Promotion promotion, String wave, GateCourse.Level level, WorkflowRun run) {
        int entered = database.sql("""
                insert into promotion_gate_refusal (promotion, node, wave, verdict, seen_at) values (?, ?, ?, ?, ?)
                on conflict do nothing
                """).params(promotion.id().value(), level.question().id(), wave, level.verdict(),
                clock.instant().atOffset(ZoneOffset.UTC)).update();
        if (entered == 1) {
            news.record(refusal(promotion, wave, level, run), promotion.service(), wave);
            news.changed(promotion.id());
        }
    }

    private static ActionTaken refusal(Promotion promotion, String wave, GateCourse.Level level, WorkflowRun run) {
        boolean stale = level.verdict().equals("stale");
        Actor actor = stale ? Actor.portal("promotions") : answerer(level, run);
        return ActionTaken
                .by(actor, stale ? "promotion.gate-stale" : "promotion.gate-bypass", "promotion",
                        promotion.id().toString())
                .change(null, wave + " " + level.question().outputs().getOrDefault("decision", "resumed"))
                .underPlan(promotion.planHash()).refused(stale
                        ? "The gate's step began too long after the decision. It asks again."
                        : "The gate was answered in Argo Workflows, without the portal's signature. It asks again.");
    }

    // Argo keeps the last actor alone, and the message of a resume; both are what it says, not what is known.
    private static Actor answerer(GateCourse.Level level, WorkflowRun run) {
        String subject = run.labels().getOrDefault("workflows.argoproj.io/actor", "unknown");
        String message = level.question().message();
        String name = message.isBlank() ? subject : message;
        return new Actor("argo-workflows:" + subject, name.substring(0, Math.min(name.length(), LONGEST_NAME)),
                "argo-workflows");
    }

    /// How many answers were refused at which wave, by promotion.
    Map<UUID, Map<String, Long>> counts(Collection<UUID> promotions) {
        record Count(UUID promotion, String wave, long times) {}
        if (promotions.isEmpty()) {
            return Map.of();
        }
        return database.sql("""
                select promotion, wave, count(*) as times from promotion_gate_refusal
                where promotion in (:ids) and verdict = 'forged' group by promotion, wave
                """).param("ids", promotions).query(Count.class).list().stream().collect(
                Collectors.groupingBy(Count::promotion, Collectors.toMap(Count::wave, Count::times)));
    }
}
