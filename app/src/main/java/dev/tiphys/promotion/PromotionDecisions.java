package dev.tiphys.promotion;

import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.tiphys.approval.ApprovalView;
import dev.tiphys.approval.Approvals.Word;
import dev.tiphys.identity.Person;
import dev.tiphys.identity.PortalAction;
import dev.tiphys.promotion.course.Course;
import dev.tiphys.promotion.course.TargetCourse;
import dev.tiphys.promotion.course.TargetPhase;
import dev.tiphys.promotion.course.WaveCourse;
import dev.tiphys.promotion.course.WavePhase;
import dev.tiphys.promotion.plan.Target;
import dev.tiphys.web.Refusal;

/// Takes what people decide about a running promotion. A decision is one row, its audit entry and the task that tells
/// the workflow, in one transaction.
@Component
public class PromotionDecisions {

    /// The node of a decision that ends the promotion: a promotion can be ended once.
    static final String STOP = "stop";

    private final PromotionLedger ledger;
    private final PromotionRights rights;
    private final Gates gates;
    private final DecisionBook book;
    private final DecisionDesk desk;
    private final PromotionEnding ending;
    private final RolloutAsks asks;
    private final HeldRollouts held;

    PromotionDecisions(PromotionLedger ledger, PromotionRights rights, Gates gates, DecisionBook book,
            DecisionDesk desk,
            PromotionEnding ending, RolloutAsks asks, HeldRollouts held) {
        this.ledger = ledger;
        this.rights = rights;
        this.gates = gates;
        this.book = book;
        this.desk = desk;
        this.ending = ending;
        this.asks = asks;
        this.held = held;
    }

    /// Says a word about the gate before a wave: its approval decides, and opens or closes the gate in its own
    /// transaction.
    ///
    /// @param verdict `approve` or `reject`; a rejection needs a reason
    public void approve(PromotionId id, String wave, String verdict, String reason, Person person) {
        Promotion promotion = desk.find(id, PortalAction.PROMOTION_APPROVE, person);
        desk.decideOrRecord(promotion, "approval", wave, wave + " " + verdict, person,
                () -> approve(promotion, wave, verdict, reason, person));
    }

    private void approve(Promotion promotion, String wave, String verdict, String reason, Person person) {
        rights.requireApproval(person, promotion, wave);
        checkWord("decision", verdict, List.of("approve", "reject"));
        WaveCourse gated = ledger.course(promotion.id()).findWave(wave)
                .orElseThrow(() -> new Refusal.NotFound("This promotion has no wave " + wave + "."));
        ApprovalView request = gates.find(promotion.id(), wave).orElseThrow(() -> new Refusal.Conflict(
                wave + " does not wait for an approval" + since(promotion, gated) + "."));
        gates.decide(request.id(), verdict.equals("approve") ? Word.APPROVE : Word.REJECT, reason, person);
    }

    private static String since(Promotion promotion, WaveCourse wave) {
        if (promotion.phase().isFinal()) {
            return ": the promotion has ended";
        }
        return wave.phase() == WavePhase.LATER ? " yet" : ": it has begun";
    }

    /// Answers for a target whose delivery failed, or whose rollout waits for a person.
    ///
    /// @param application its name, or `project/name`
    /// @param answer `retry`, `skip` or `abort`; a skip needs a reason; `continue` where the rollout waits
    @Transactional
    public void decide(PromotionId id, String application, String answer, String reason, Person person) {
        Promotion promotion = desk.find(id, PortalAction.TARGET_DECIDE, person);
        desk.decideOrRecord(promotion, "target", "", application + " " + answer, person,
                () -> decide(promotion, application, answer, reason, person));
    }

    private void decide(Promotion promotion, String application, String answer, String reason, Person person) {
        Course course = ledger.course(promotion.id());
        TargetCourse target = find(course, application);
        rights.requireSteering(person, promotion.service(), waveOf(course, target));
        checkWord("decision", answer, List.of("retry", "skip", "continue", "abort"));
        if (answer.equals("abort")) {
            stop(promotion, reason, person);
            return;
        }
        if (answer.equals("continue")) {
            goOn(promotion, waveOf(course, target), target, reason, person);
            return;
        }
        if (answer.equals("skip") && reason.isBlank()) {
            throw new Refusal.Invalid("reason", "Say why it may stay as it is: others will ask.");
        }
        if (target.phase() != TargetPhase.ASKS) {
            throw new Refusal.Conflict(target.application() + " does not ask for a decision: it is "
                    + target.phase().name().toLowerCase(java.util.Locale.ROOT) + "."
                    + answered(promotion, target.application()));
        }
        desk.enter(promotion, waveOf(course, target),
                new DecisionDesk.Question("target", target.application(), target.askNode()), answer, reason, person);
    }

    private void goOn(Promotion promotion, String environment, TargetCourse target, String reason, Person person) {
        if (promotion.phase() == PromotionPhase.PAUSED) {
            throw new Refusal.Conflict("The promotion is paused. Resume it, then let " + target.application()
                    + " go on.");
        }
        Set<String> own = held.applications(List.of(promotion.id().value())).getOrDefault(promotion.id().value(),
                Set.of());
        RolloutAsks.Ask ask = asks.find(planned(promotion, target), target, List.of(), own)
                .orElseThrow(() -> new Refusal.Conflict(target.application() + " does not wait to be let on: it is "
                        + target.phase().name().toLowerCase(java.util.Locale.ROOT) + "."
                        + answered(promotion, target.application())));
        desk.enter(promotion, environment, new DecisionDesk.Question("target", target.application(), ask.node()),
                "continue", reason, person);
    }

    private static Target planned(Promotion promotion, TargetCourse target) {
        return PlanText.read(promotion.plan()).targets().stream()
                .filter(each -> each.application().toString().equals(target.application())).findFirst().orElseThrow();
    }

    private String answered(Promotion promotion, String application) {
        return book.list(promotion.id()).stream().filter(decision -> decision.subject().equals(application))
                .reduce((earlier, later) -> later).map(decision -> " It was " + decision.sentence() + ".").orElse("");
    }

    /// Ends the promotion: nothing new starts, its running operations are ended, its canaries are aborted.
    @Transactional
    public void abort(PromotionId id, String reason, Person person) {
        Promotion promotion = desk.find(id, PortalAction.PROMOTION_STOP, person);
        desk.decideOrRecord(promotion, "stop", "", "stop", person, () -> {
            ledger.course(id).waves().stream().filter(wave -> !wave.phase().isFinal())
                    .forEach(wave -> rights.requireSteering(person, promotion.service(), wave.name()));
            stop(promotion, reason, person);
        });
    }

    private void stop(Promotion promotion, String reason, Person person) {
        ending.stop(promotion, reason, person);
    }

    private static void checkWord(String field, String word, List<String> words) {
        if (!words.contains(word)) {
            throw new Refusal.Invalid(field, "Choose one of " + String.join(", ", words) + ".");
        }
    }

    private static TargetCourse find(Course course, String application) {
        return course.targets().filter(target -> target.application().equals(application)
                || target.application().endsWith("/" + application)).findFirst()
                .orElseThrow(() -> new Refusal.NotFound("This promotion has no target " + application + "."));
    }

    private static String waveOf(Course course, TargetCourse target) {
        return course.waves().stream().filter(wave -> wave.targets().contains(target)).map(WaveCourse::name).findFirst()
                .orElseThrow();
    }
}
