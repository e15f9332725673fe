package dev.tiphys.promotion.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import dev.tiphys.promotion.PromotionView;
import dev.tiphys.promotion.PromotionView.TargetView;
import dev.tiphys.promotion.PromotionView.Waiting;
import dev.tiphys.promotion.PromotionView.WaveView;
import dev.tiphys.promotion.web.PromotionRow.Segment;
import dev.tiphys.web.Age;
import dev.tiphys.web.State;
import dev.tiphys.web.Status;

/// Tells a promotion in one line.
final class PromotionRows {

    private PromotionRows() {
    }

    static PromotionRow of(PromotionView promotion, Rights rights, Instant now) {
        boolean urgent = Waits.forPerson(promotion, rights);
        Instant since = promotion.finishedAt() == null ? promotion.createdAt() : promotion.finishedAt();
        return new PromotionRow(Links.promotion(promotion.id()), promotion.service(), promotion.from(),
                promotion.version(), promotion.waves().stream().map(PromotionRows::segment).toList(),
                stripWords(promotion), status(promotion, urgent), sentence(promotion, now), Age.of(since, now),
                promotion.requester(), action(promotion, urgent), urgent);
    }

    static Status status(PromotionView promotion, boolean urgent) {
        return switch (promotion.phase()) {
            case PLANNED -> new Status(State.RUN, "Starting");
            case RUNNING -> Waits.asks(promotion)
                    ? new Status(State.BAD, "Needs a decision")
                    : new Status(State.RUN, "Running");
            case WAITING -> waiting(promotion, urgent);
            case PAUSED -> new Status(State.WAIT, "Paused");
            case SUCCEEDED -> new Status(State.OK, "Succeeded");
            case FAILED -> new Status(State.BAD, "Failed");
            case ABORTED -> new Status(State.IDLE, "Stopped");
        };
    }

    private static Status waiting(PromotionView promotion, boolean urgent) {
        if (Waits.asks(promotion)) {
            return new Status(State.BAD, "Needs a decision");
        }
        if (Waits.approval(promotion)) {
            return new Status(State.WAIT, urgent ? "Waits for you" : "Waits for approval");
        }
        return new Status(State.WAIT, "Waiting");
    }

    private static Segment segment(WaveView wave) {
        int all = Math.max(1, wave.targets().size());
        int done = (int) wave.targets().stream().filter(target -> isDone(target)).count();
        boolean asks = wave.targets().stream().anyMatch(target -> target.phase().equals("ASKS"));
        return switch (wave.phase()) {
            case "SUCCEEDED" -> new Segment(State.OK.css(), all, all);
            case "WAITING" -> new Segment(State.WAIT.css(), all, all);
            case "RUNNING" -> asks
                    ? new Segment(State.BAD.css(), Math.max(done, 1), all)
                    : new Segment(State.RUN.css(), Math.max(progress(wave), all * 12), all * 100);
            case "FAILED" -> new Segment(State.BAD.css(), all, all);
            default -> new Segment(State.IDLE.css(), 0, all);
        };
    }

    /// In hundredths of a target: a canary counts by its weight.
    private static int progress(WaveView wave) {
        return wave.targets().stream().mapToInt(target -> isDone(target)
                ? 100
                : target.phase().equals("RUNNING") && target.canaryWeight() != null ? target.canaryWeight() : 0).sum();
    }

    private static String stripWords(PromotionView promotion) {
        return String.join(", ", promotion.waves().stream()
                .map(wave -> wave.name() + " " + Waves.status(wave).word().toLowerCase(Locale.ROOT))
                .toList());
    }

    static boolean isDone(TargetView target) {
        return target.phase().equals("SUCCEEDED") || target.phase().equals("SKIPPED");
    }

    private static String sentence(PromotionView promotion, Instant now) {
        if (promotion.phase().isFinal()) {
            return ending(promotion);
        }
        if (Waits.asks(promotion)) {
            return asking(promotion);
        }
        Waiting waiting = promotion.waitingFor();
        if (waiting == null || waiting.code().equals("target") || waiting.code().equals("workflow")) {
            return progress(promotion);
        }
        return Waits.approval(promotion) ? approval(waiting, now) : waiting.sentence();
    }

    private static String asking(PromotionView promotion) {
        List<TargetView> asking = promotion.waves().stream().flatMap(wave -> wave.targets().stream())
                .filter(target -> target.phase().equals("ASKS")).toList();
        String others = asking.size() == 1 ? "" : " (and " + (asking.size() - 1) + " more)";
        return asking.getFirst().cluster() + others + ": " + asking.getFirst().reason();
    }

    private static String approval(Waiting waiting, Instant now) {
        String asked = waiting.who().isEmpty() ? "" : "; asked: " + String.join(", ", waiting.who());
        return "Approval of " + waiting.subject() + ", waiting for " + Age.of(waiting.since(), now).words() + asked;
    }

    private static String ending(PromotionView promotion) {
        if (!promotion.reason().isEmpty()) {
            return promotion.reason();
        }
        long targets = promotion.waves().stream().mapToLong(wave -> wave.targets().size()).sum();
        return "On " + Counted.of(targets, "cluster") + " in "
                + String.join(", ", promotion.waves().stream().map(WaveView::name).toList());
    }

    private static String progress(PromotionView promotion) {
        List<WaveView> waves = promotion.waves();
        for (int index = 0; index < waves.size(); index++) {
            WaveView wave = waves.get(index);
            if (wave.phase().equals("RUNNING")) {
                long done = wave.targets().stream().filter(PromotionRows::isDone).count();
                return "Wave " + (index + 1) + " of " + waves.size() + ": " + wave.name() + ", " + done + " of "
                        + Counted.of(wave.targets().size(), "cluster") + " done" + canary(wave);
            }
        }
        boolean begun = waves.stream().anyMatch(wave -> wave.finishedAt() != null);
        return begun ? "Goes on in a moment" : "Starts in a moment";
    }

    private static String canary(WaveView wave) {
        Stream<Integer> weights = wave.targets().stream().filter(target -> target.phase().equals("RUNNING"))
                .map(TargetView::canaryWeight).filter(Objects::nonNull);
        return weights.min(Integer::compare).map(weight -> ", canary at " + weight + " %").orElse("");
    }

    private static String action(PromotionView promotion, boolean urgent) {
        if (!urgent) {
            return "Open";
        }
        return Waits.asks(promotion) ? "Decide" : "Review";
    }
}
