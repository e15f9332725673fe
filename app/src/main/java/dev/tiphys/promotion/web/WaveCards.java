package dev.tiphys.promotion.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.tiphys.promotion.PromotionId;
import dev.tiphys.promotion.PromotionView.TargetView;
import dev.tiphys.promotion.PromotionView.WaveView;
import dev.tiphys.promotion.web.PromotionPage.StepMark;
import dev.tiphys.promotion.web.PromotionPage.TargetCard;
import dev.tiphys.promotion.web.PromotionPage.WaveCard;
import dev.tiphys.web.State;
import dev.tiphys.web.Status;

/// Draws a wave so that a hundred targets fit: a strip of cells, rows for what asks and what moves, the rest counted.
final class WaveCards {

    private static final int FEW = 4;
    private static final int ROWS = 8;
    private static final List<String> STEPS = List.of("set-version", "sync", "await-rollout", "verify");
    private static final Map<String, String> WORDS = Map.of("set-version", "set version", "sync", "sync",
            "await-rollout", "roll out", "verify", "verify");

    private WaveCards() {
    }

    static List<WaveCard> of(PromotionId id, List<WaveView> waves) {
        List<WaveCard> cards = new ArrayList<>();
        for (WaveView wave : waves) {
            String before = cards.isEmpty() ? "starts at once" : "after " + cards.getLast().name();
            cards.add(card(id, cards.size() + 1, wave, wave.gate().equals("approval") ? wave.gateSentence() : before));
        }
        return cards;
    }

    private static WaveCard card(PromotionId id, int number, WaveView wave, String gate) {
        List<TargetView> targets = wave.targets();
        boolean few = targets.size() <= FEW;
        List<TargetView> shown = few
                ? targets
                : targets.stream().filter(target -> rank(target) < 3)
                        .sorted(Comparator.comparingInt(WaveCards::rank)).limit(ROWS).toList();
        Status status = Waves.status(wave);
        return new WaveCard(number, wave.name(), status.css(), status, size(wave), gate, gate(wave),
                few ? List.of() : targets.stream().map(target -> Waves.status(target).css()).toList(), counts(targets),
                shown.stream().map(target -> target(id, target)).toList(), few ? "" : counts(targets));
    }

    private static int rank(TargetView target) {
        return switch (target.phase()) {
            case "ASKS" -> 0;
            case "FAILED" -> 1;
            case "RUNNING" -> 2;
            default -> 3;
        };
    }

    private static String size(WaveView wave) {
        String count = Counted.of(wave.targets().size(), "cluster");
        return wave.targets().size() > 1 ? count + ", " + wave.maxInFlight() + " at a time" : count;
    }

    private static @Nullable Status gate(WaveView wave) {
        if (!wave.gate().equals("approval")) {
            return null;
        }
        return switch (wave.phase()) {
            case "LATER" -> new Status(State.IDLE, "closed");
            case "WAITING" -> new Status(State.WAIT, "closed");
            case "ABORTED" -> new Status(State.BAD, "closed");
            default -> new Status(State.OK, "open");
        };
    }

    private static String counts(List<TargetView> targets) {
        Map<String, Long> words = targets.stream().collect(Collectors.groupingBy(WaveCards::word, TreeMap::new,
                Collectors.counting()));
        return words.entrySet().stream().map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(" · "));
    }

    private static String word(TargetView target) {
        return target.phase().equals("RUNNING") ? "moving" : Waves.status(target).word().toLowerCase(Locale.ROOT);
    }

    private static TargetCard target(PromotionId id, TargetView target) {
        boolean calm = target.phase().equals("LATER") || target.phase().equals("SUCCEEDED");
        return new TargetCard(target.cluster(), target.application(), Waves.status(target),
                target.phase().equals("LATER") ? List.of() : steps(target),
                target.phase().equals("RUNNING") ? target.canaryWeight() : null, target.canaryStep(),
                calm ? "" : target.reason(),
                target.podName().isEmpty() ? null : Links.target(id, target.application()));
    }

    private static List<StepMark> steps(TargetView target) {
        int now = STEPS.indexOf(target.step());
        List<StepMark> marks = new ArrayList<>();
        for (int index = 0; index < STEPS.size(); index++) {
            String css = target.phase().equals("SUCCEEDED") || index < now
                    ? "is-done"
                    : index == now ? now(target) : "";
            marks.add(new StepMark(WORDS.getOrDefault(STEPS.get(index), STEPS.get(index)), css));
        }
        return marks;
    }

    private static String now(TargetView target) {
        return switch (target.phase()) {
            case "ASKS", "FAILED" -> "is-failed";
            case "RUNNING" -> "is-now";
            default -> "";
        };
    }
}
