package dev.tiphys.promotion.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.tiphys.promotion.PromotionId;
import dev.tiphys.promotion.PromotionView;
import dev.tiphys.promotion.PromotionView.TargetView;
import dev.tiphys.promotion.PromotionView.WaveView;
import dev.tiphys.promotion.web.PromotionPage.Cell;
import dev.tiphys.promotion.web.PromotionPage.Fold;
import dev.tiphys.promotion.web.PromotionPage.WaveCard;
import dev.tiphys.web.Age;
import dev.tiphys.web.State;
import dev.tiphys.web.Status;

/// Draws each wave so that a hundred targets fit: a cell for each, rows for what asks and then for what moves, the rest
/// folded into counted lines.
final class WaveCards {

    private static final int ROWS = 5;
    private static final List<String> SHOWN = List.of("asks", "failed", "moving");
    private static final Map<String, String> WORDS = Map.of("asks", "need a decision", "failed", "failed", "moving",
            "moving", "skipped", "skipped", "later", "later", "done", "done");

    private final PromotionId id;
    private final boolean linked;

    private WaveCards(PromotionId id, boolean linked) {
        this.id = id;
        this.linked = linked;
    }

    static List<WaveCard> of(PromotionView promotion, Rights rights) {
        return cards(promotion, new WaveAnswers(promotion, rights), true);
    }

    /// As it stood at a moment that is past; nothing leads on from there.
    static List<WaveCard> past(PromotionView promotion) {
        return cards(promotion, new WaveAnswers(promotion, new NoRights("")), false);
    }

    private static List<WaveCard> cards(PromotionView promotion, WaveAnswers answers, boolean linked) {
        WaveCards drawing = new WaveCards(promotion.id(), linked);
        List<WaveCard> cards = new ArrayList<>();
        for (WaveView wave : promotion.waves()) {
            String before = cards.isEmpty() ? "starts at once" : "after " + cards.getLast().name();
            cards.add(drawing.card(cards.size(), wave, before, answers));
        }
        return cards;
    }

    private WaveCard card(int index, WaveView wave, String before, WaveAnswers answers) {
        Map<String, List<TargetView>> states = wave.targets().stream()
                .collect(Collectors.groupingBy(ClusterList::state));
        List<TargetView> urgent = SHOWN.stream().flatMap(state -> states.getOrDefault(state, List.of()).stream())
                .toList();
        Status status = Waves.status(wave);
        return new WaveCard(index + 1, wave.name(), status.css(), status, size(wave),
                wave.gate().equals("approval") ? wave.gateSentence() : before, gate(wave), answers.of(index),
                wave.targets().stream().map(WaveCards::cell).toList(), stripWords(wave, states),
                href(wave.name(), ""), urgent.stream().limit(ROWS).map(target -> TargetCards.of(id, target)).toList(),
                folds(wave, states, urgent.size() - ROWS));
    }

    private @Nullable String href(String wave, String state) {
        return linked ? new ClusterAsk("", wave, state, "", 0).href(id) : null;
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
            case "WAITING" -> Waves.isApproved(wave) ? new Status(State.OK, "open") : new Status(State.WAIT, "closed");
            case "ABORTED" -> new Status(State.BAD, "closed");
            default -> new Status(State.OK, "open");
        };
    }

    private static Cell cell(TargetView target) {
        String state = ClusterList.state(target);
        return new Cell(state.equals("skipped") ? "is-skipped" : Waves.status(target).css(),
                target.cluster() + ": " + Waves.status(target).word());
    }

    private static String stripWords(WaveView wave, Map<String, List<TargetView>> states) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        List.of("done", "moving", "asks", "failed", "skipped", "later").stream().filter(states::containsKey)
                .forEach(state -> counts.put(state, states.getOrDefault(state, List.of()).size()));
        return wave.name() + ": " + counts.entrySet().stream().map(entry -> words(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String words(String state, int count) {
        String word = WORDS.getOrDefault(state, state);
        return count + " " + (count == 1 && state.equals("asks") ? "needs a decision" : word);
    }

    private List<Fold> folds(WaveView wave, Map<String, List<TargetView>> states, int hidden) {
        List<Fold> folds = new ArrayList<>();
        if (hidden > 0) {
            folds.add(new Fold(hidden + " more ask or move", href(wave.name(), "")));
        }
        for (String state : List.of("done", "skipped", "later")) {
            List<TargetView> those = states.getOrDefault(state, List.of());
            if (!those.isEmpty()) {
                folds.add(new Fold(words(state, those.size()) + (state.equals("done") ? slowest(those) : ""),
                        href(wave.name(), state)));
            }
        }
        return folds;
    }

    private static String slowest(List<TargetView> done) {
        record Took(String cluster, Duration time) {}
        Optional<Took> slowest = done.stream().flatMap(target -> {
            Instant started = target.startedAt();
            Instant finished = target.finishedAt();
            return started == null || finished == null
                    ? Optional.<Took>empty().stream()
                    : Optional.of(new Took(target.cluster(), Duration.between(started, finished))).stream();
        }).max(Comparator.comparing(Took::time));
        return slowest.map(took -> done.size() == 1
                ? " in " + Age.words(took.time())
                : ", slowest " + took.cluster() + " in " + Age.words(took.time())).orElse("");
    }
}
