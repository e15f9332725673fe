package dev.tiphys.promotion.web;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import dev.tiphys.promotion.PromotionView;
import dev.tiphys.promotion.Replay;
import dev.tiphys.web.Age;
import dev.tiphys.web.State;
import dev.tiphys.web.When;

/// Makes the page of a replay.
record ReplayPages(Replay replay) {

    ReplayPage page() {
        PromotionView promotion = replay.promotion();
        int at = replay.at();
        int count = replay.frames().size();
        return new ReplayPage(href(), Links.promotion(promotion.id()), promotion.service(), promotion.from(),
                promotion.version(), PromotionRows.status(promotion, false), at, count, moment(),
                WaveCards.past(promotion), at > 1 ? href(1) : null, at > 1 ? href(at - 1) : null,
                at < count ? href(at + 1) : null, at < count ? href(count) : null);
    }

    private ReplayPage.Moment moment() {
        Replay.Frame frame = replay.frame();
        Duration since = Duration.between(replay.promotion().createdAt(), frame.at());
        return new ReplayPage.Moment(When.exact(frame.at()), "+ " + Age.words(since), frame.what(), frame.sentence(),
                css(frame.phase()));
    }

    private static String css(String phase) {
        return switch (phase) {
            case "SUCCEEDED" -> State.OK.css();
            case "RUNNING" -> State.RUN.css();
            case "WAITING", "PAUSED" -> State.WAIT.css();
            case "ASKS", "FAILED", "ABORTED" -> State.BAD.css();
            default -> State.IDLE.css();
        };
    }

    private String href() {
        return Links.promotion(replay.promotion().id()) + "/replay";
    }

    private @Nullable String href(int at) {
        return href() + "?at=" + at;
    }
}
