package dev.tiphys.promotion;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import dev.tiphys.approval.ApprovalView;
import dev.tiphys.promotion.PromotionView.TargetView;
import dev.tiphys.promotion.PromotionView.Waiting;
import dev.tiphys.promotion.PromotionView.WaveView;
import dev.tiphys.promotion.course.Course;
import dev.tiphys.promotion.course.TargetCourse;
import dev.tiphys.promotion.course.TargetPhase;
import dev.tiphys.promotion.course.WaveCourse;
import dev.tiphys.promotion.course.WavePhase;
import dev.tiphys.web.Age;

/// Says in one sentence what a promotion waits for, since when, and who can change that. Questions to people come
/// first, what goes on by itself comes last.
@Component
class WaitingReason {

    static final String STUCK = "stuck";

    private static final List<String> STOP = List.of("abort");

    private final PromotionRights rights;
    private final Gates gates;
    private final ObjectProvider<PromotionFollower> follower;
    private final PromotionProperties properties;
    private final Clock clock;

    WaitingReason(PromotionRights rights, Gates gates, ObjectProvider<PromotionFollower> follower,
            PromotionProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
        this.rights = rights;
        this.gates = gates;
        this.follower = follower;
    }

    @Nullable
    Waiting of(PromotionRow row, List<WaveView> waves, Course course, List<Decision> decisions) {
        if (row.phase().isFinal()) {
            return null;
        }
        return told(row, decisions).or(() -> submission(row)).or(() -> paused(row, waves, decisions))
                .or(() -> question(row, course)).or(() -> continuation(row, waves)).or(() -> approval(row, course))
                .or(() -> silence(row)).orElseGet(() -> stuck(movement(row, waves), row, course));
    }

    private static Optional<Waiting> told(PromotionRow row, List<Decision> decisions) {
        return decisions.stream().filter(decision -> decision.appliedAt() == null && !decision.isAdmission())
                .findFirst()
                .map(decision -> new Waiting("applying", subject(decision) + decision.sentence()
                        + (decision.decision().equals("continue")
                                ? "; its rollout is being told."
                                : "; Argo Workflows is being told."),
                        decision.subject(), decision.at(), null, List.of(), STOP))
                .filter(waiting -> row.phase() != PromotionPhase.PLANNED);
    }

    private static String subject(Decision decision) {
        return decision.subject().isEmpty() ? "" : decision.subject() + ": ";
    }

    private static Optional<Waiting> submission(PromotionRow row) {
        if (row.phase() != PromotionPhase.PLANNED) {
            return Optional.empty();
        }
        String sentence = row.trouble().isEmpty()
                ? "The workflow is being created."
                : "The workflow cannot be created yet and will be tried again: " + row.trouble();
        return Optional.of(new Waiting("submit", sentence, "", row.createdAt(), null, List.of(), STOP));
    }

    private Optional<Waiting> question(PromotionRow row, Course course) {
        for (WaveCourse wave : course.waves()) {
            for (TargetCourse target : wave.targets()) {
                if (target.phase() == TargetPhase.ASKS) {
                    return Optional.of(new Waiting("decision", name(target) + " needs a decision: " + target.reason(),
                            name(target), since(target.since(), row), null,
                            rights.whoSteers(row.service(), wave.name()), List.of("retry", "skip", "abort")));
                }
            }
        }
        return Optional.empty();
    }

    private static String name(TargetCourse target) {
        return target.application().substring(target.application().lastIndexOf('/') + 1);
    }

    private Optional<Waiting> approval(PromotionRow row, Course course) {
        return course.waves().stream().filter(wave -> wave.phase() == WavePhase.WAITING).findFirst()
                .map(wave -> gates.find(new PromotionId(row.id()), wave.name())
                        .map(request -> asked(row, wave, request)).orElseGet(() -> unasked(row, wave)));
    }

    private static Waiting asked(PromotionRow row, WaveCourse wave, ApprovalView request) {
        if (request.state().isFinal()) {
            return new Waiting("gate", wave.name() + " was decided; its gate looks at the signature.", wave.name(),
                    since(wave.waitingSince(), row), null, List.of(), STOP);
        }
        int left = Math.max(1, request.standing().left());
        List<String> groups = request.standing().groupsLeft();
        String people = left == 1 ? "approval" : left + " more approvals";
        String from = groups.isEmpty() ? "" : ", one from each of " + String.join(", ", groups) + ",";
        String taken = request.takenBy() == null ? "" : " " + request.takenBy() + " is on it.";
        return new Waiting("approval", wave.name() + " waits for " + people + from + " by "
                + words(request.rules().asked()) + "; " + row.requesterName()
                + ", who asked for it, cannot give it." + taken, wave.name(), since(wave.waitingSince(), row),
                request.expiresAt(), request.rules().asked(), List.of("approve", "reject", "abort"));
    }

    private Waiting unasked(PromotionRow row, WaveCourse wave) {
        List<String> who = rights.whoApproves(row.service(), wave.name());
        return new Waiting("approval", wave.name() + " waits for approval by " + words(who) + "; "
                + row.requesterName() + ", who asked for it, cannot give it.", wave.name(),
                since(wave.waitingSince(), row), null, who, List.of("approve", "reject", "abort"));
    }

    private Optional<Waiting> continuation(PromotionRow row, List<WaveView> waves) {
        for (WaveView wave : waves) {
            for (TargetView target : wave.targets()) {
                PromotionView.Continuation waiting = target.continuation();
                if (waiting != null) {
                    return Optional.of(new Waiting("continue", target.application() + " waits to be let on: "
                            + target.reason() + ".", target.application(), since(waiting.since(), row), null,
                            rights.whoSteers(row.service(), wave.name()), List.of("continue", "abort")));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Waiting> paused(PromotionRow row, List<WaveView> waves, List<Decision> decisions) {
        Optional<Decision> pause = Hold.of(decisions).pause();
        boolean suspended = row.phase() == PromotionPhase.PAUSED;
        if (!suspended && pause.isEmpty()) {
            return Optional.empty();
        }
        String sentence = pause.map(one -> capital(one.sentence()) + (suspended
                ? ". Nothing new starts, and the rollouts in flight are held"
                : ", and let on in Argo Workflows since; the rollouts in flight are still held"))
                .orElse("The workflow was suspended in Argo Workflows: nothing new starts");
        return Optional.of(new Waiting("paused", sentence + "." + openApprovals(waves), "",
                pause.map(Decision::at).orElse(row.createdAt()), null, whoSteers(row, waves),
                List.of("resume", "abort")));
    }

    private static String openApprovals(List<WaveView> waves) {
        return waves.stream().filter(wave -> wave.phase().equals("WAITING")).findFirst()
                .map(wave -> " " + wave.name() + " can be approved meanwhile; it begins when the promotion is resumed.")
                .orElse("");
    }

    private List<String> whoSteers(PromotionRow row, List<WaveView> waves) {
        return waves.stream().filter(wave -> !wave.phase().equals("SUCCEEDED")).findFirst()
                .map(wave -> rights.whoSteers(row.service(), wave.name())).orElse(List.of());
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private Optional<Waiting> silence(PromotionRow row) {
        String trouble = follower.getObject().trouble();
        return trouble.isEmpty()
                ? Optional.empty()
                : Optional.of(new Waiting("workflow-unreachable", "Argo Workflows cannot be heard, so this may be old: "
                        + trouble, "", row.createdAt(), null, List.of(), STOP));
    }

    private static Waiting movement(PromotionRow row, List<WaveView> waves) {
        for (WaveView wave : waves) {
            List<TargetView> moving = wave.targets().stream().filter(target -> target.phase().equals("RUNNING"))
                    .toList();
            if (!moving.isEmpty()) {
                TargetView first = moving.getFirst();
                String more = moving.size() == 1 ? "" : " (and " + (moving.size() - 1) + " more)";
                return new Waiting("target", first.application() + ": " + first.reason() + more + ".",
                        first.application(), since(first.startedAt(), row), null, List.of(), STOP);
            }
        }
        return new Waiting("workflow", "Argo Workflows starts the next step.", "", row.createdAt(), null, List.of(),
                STOP);
    }

    /// The same when nothing has moved for too long: then somebody has to look.
    private Waiting stuck(Waiting movement, PromotionRow row, Course course) {
        Instant moved = Stream
                .concat(course.targets().flatMap(
                        target -> Stream.of(target.since(), target.startedAt(), target.finishedAt())),
                        course.waves().stream().flatMap(wave -> Stream.of(wave.startedAt(), wave.finishedAt())))
                .filter(Objects::nonNull).max(Comparator.naturalOrder()).orElseGet(row::createdAt);
        if (moved.plus(properties.stuckAfter()).isAfter(clock.instant())) {
            return movement;
        }
        String wave = course.waves().stream().filter(one -> !one.phase().isFinal()).map(WaveCourse::name).findFirst()
                .orElse("");
        return new Waiting(STUCK, "Nothing has moved for " + Age.words(properties.stuckAfter()) + ". "
                + movement.sentence(), movement.subject(), moved, null, rights.whoSteers(row.service(), wave), STOP);
    }

    private static Instant since(@Nullable Instant moment, PromotionRow row) {
        return moment == null ? row.createdAt() : moment;
    }

    private static String words(List<String> groups) {
        return groups.isEmpty() ? "nobody: no role grants it" : groups.stream().collect(Collectors.joining(" or "));
    }
}
