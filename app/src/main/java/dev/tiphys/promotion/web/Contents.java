package dev.tiphys.promotion.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.tiphys.promotion.PromotionView;
import dev.tiphys.promotion.PromotionView.TargetView;
import dev.tiphys.promotion.PromotionView.WaveView;
import dev.tiphys.promotion.web.PromotionPage.Clusters;
import dev.tiphys.promotion.web.PromotionPage.Event;
import dev.tiphys.promotion.web.PromotionPage.Timeline;
import dev.tiphys.web.Age;
import dev.tiphys.web.State;

/// What the tabs of a promotion show: its timeline and its targets.
record Contents(PromotionView promotion, Instant now, @Nullable Rights rights) {

    Contents(PromotionView promotion, Instant now) {
        this(promotion, now, null);
    }

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final int MOST = 60;

    /// The newest first.
    Timeline timeline() {
        List<Moment> moments = new ArrayList<>();
        add(moments, promotion.createdAt(), "promotion", "asked for by " + promotion.requester(), State.IDLE);
        for (WaveView wave : promotion.waves()) {
            add(moments, wave.startedAt(), wave.name(),
                    wave.gate().equals("approval") ? "started; " + wave.gateSentence() : "started", State.RUN);
            wave.targets().forEach(target -> add(moments, target));
            add(moments, wave.finishedAt(), wave.name(),
                    wave.phase().equals("SUCCEEDED") ? "wave complete" : "wave ended", Waves.status(wave).state());
        }
        add(moments, promotion.finishedAt(), "promotion", promotion.reason().isEmpty() ? "ended" : promotion.reason(),
                PromotionRows.status(promotion, false).state());
        return new Timeline(moments.reversed().stream().sorted(Comparator.comparing(Moment::at).reversed()).limit(MOST)
                .map(moment -> new Event(Age.of(moment.at(), now), CLOCK.format(moment.at()), moment.what(),
                        moment.sentence(), moment.state().css()))
                .toList());
    }

    private record Moment(Instant at, String what, String sentence, State state) {}

    private static void add(List<Moment> moments, @Nullable Instant at, String what, String sentence, State state) {
        if (at != null) {
            moments.add(new Moment(at, what, sentence, state));
        }
    }

    private static void add(List<Moment> moments, TargetView target) {
        add(moments, target.startedAt(), target.cluster(), target.from() + " → " + target.to() + " began", State.RUN);
        add(moments, target.finishedAt(), target.cluster(), ended(target),
                Waves.status(target).state());
    }

    private static String ended(TargetView target) {
        return switch (target.phase()) {
            case "SUCCEEDED" -> "done on " + target.to();
            case "SKIPPED" -> target.reason().isEmpty() ? "skipped" : target.reason();
            default -> Waves.status(target).word() + (target.reason().isEmpty() ? "" : ": " + target.reason());
        };
    }

    Clusters clusters(ClusterAsk ask) {
        return new ClusterList(promotion, ask, now, rights).clusters();
    }
}
