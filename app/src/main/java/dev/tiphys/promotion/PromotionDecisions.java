package dev.tiphys.promotion;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.tiphys.approval.ApprovalView;
import dev.tiphys.approval.Approvals.Word;
import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Person;
import dev.tiphys.identity.PortalAction;
import dev.tiphys.promotion.course.Course;
import dev.tiphys.promotion.course.TargetCourse;
import dev.tiphys.promotion.course.TargetPhase;
import dev.tiphys.promotion.course.WaveCourse;
import dev.tiphys.promotion.course.WavePhase;
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
    private final PromotionTasks tasks;
    private final PromotionNews news;
    private final Clock clock;

    PromotionDecisions(PromotionLedger ledger, PromotionRights rights, Gates gates, DecisionBook book,
            PromotionTasks tasks, PromotionNews news, Clock clock) {
        this.ledger = ledger;
        this.rights = rights;
        this.gates = gates;
        this.book = book;
        this.tasks = tasks;
        this.news = news;
        this.clock = clock;
    }

    /// Says a word about the gate before a wave: its approval decides, and opens or closes the gate in its own
    /// transaction.
    ///
    /// @param verdict `approve` or `reject`; a rejection needs a reason
    public void approve(PromotionId id, String wave, String verdict, String reason, Person person) {
        Promotion promotion = find(id, PortalAction.PROMOTION_APPROVE, person);
        decideOrRecord(promotion, "approval", wave, wave + " " + verdict, person,
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

    /// Answers for a target whose delivery failed.
    ///
    /// @param application its name, or `project/name`
    /// @param answer `retry`, `skip` or `abort`; a skip needs a reason
    @Transactional
    public void decide(PromotionId id, String application, String answer, String reason, Person person) {
        Promotion promotion = find(id, PortalAction.TARGET_DECIDE, person);
        decideOrRecord(promotion, "target", "", application + " " + answer, person,
                () -> decide(promotion, application, answer, reason, person));
    }

    private void decide(Promotion promotion, String application, String answer, String reason, Person person) {
        Course course = ledger.course(promotion.id());
        TargetCourse target = find(course, application);
        rights.requireSteering(person, promotion.service(), waveOf(course, target));
        checkWord("decision", answer, List.of("retry", "skip", "abort"));
        if (answer.equals("abort")) {
            stop(promotion, reason, person);
            return;
        }
        if (answer.equals("skip") && reason.isBlank()) {
            throw new Refusal.Invalid("reason", "Say why it may stay as it is: others will ask.");
        }
        if (target.phase() != TargetPhase.ASKS) {
            throw new Refusal.Conflict(target.application() + " does not ask for a decision: it is "
                    + target.phase().name().toLowerCase(java.util.Locale.ROOT) + ".");
        }
        enter(promotion, waveOf(course, target), new Question("target", target.application(), target.askNode()), answer,
                reason, person);
    }

    /// Ends the promotion: nothing new starts, its running operations are ended, its canaries are aborted.
    @Transactional
    public void abort(PromotionId id, String reason, Person person) {
        Promotion promotion = find(id, PortalAction.PROMOTION_STOP, person);
        decideOrRecord(promotion, "stop", "", "stop", person, () -> {
            ledger.course(id).waves().stream().filter(wave -> !wave.phase().isFinal())
                    .forEach(wave -> rights.requireSteering(person, promotion.service(), wave.name()));
            stop(promotion, reason, person);
        });
    }

    // Who has no such right anywhere hears that, and not whether there is such a promotion.
    private Promotion find(PromotionId id, PortalAction needed, Person person) {
        return ledger.find(id.value()).orElseGet(() -> {
            rights.requireSomewhere(person, needed);
            return ledger.get(id);
        });
    }

    private void decideOrRecord(Promotion promotion, String kind, String environment, String wish, Person person,
            Runnable decision) {
        try {
            decision.run();
        } catch (Refusal refusal) {
            news.recordRefusal(ActionTaken.by(person, "promotion." + kind, "promotion", promotion.id().toString())
                    .change(null, wish).underPlan(promotion.planHash()), promotion.service(), environment, refusal);
            throw refusal;
        }
    }

    private void stop(Promotion promotion, String reason, Person person) {
        if (promotion.phase().isFinal()) {
            throw new Refusal.Conflict("This promotion has ended already. Nothing was changed.");
        }
        enter(promotion, "", new Question("stop", "", STOP), "stop", reason, person);
        gates.close(promotion, "the promotion was stopped");
    }

    private record Question(String kind, String subject, String node) {}

    private void enter(Promotion promotion, String environment, Question asked, String word, String reason,
            Person person) {
        Decision decision = new Decision(UUID.randomUUID(), promotion.id().value(), asked.kind(), asked.subject(),
                asked.node(), word, reason.strip(), person.subject(), person.name(), clock.instant(), null);
        book.enter(decision);
        tasks.apply(decision.id());
        news.record(ActionTaken
                .by(person, "promotion." + asked.kind() + "-" + word, "promotion", promotion.id().toString())
                .change(null, asked.subject().isEmpty() ? word : asked.subject() + " " + word)
                .because(reason.isBlank() ? null : reason.strip()).underPlan(promotion.planHash()), promotion.service(),
                environment);
        news.changed(promotion.id());
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
