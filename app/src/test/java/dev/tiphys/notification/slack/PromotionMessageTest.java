package dev.tiphys.notification.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import com.slack.api.util.json.GsonFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.tiphys.promotion.PromotionId;
import dev.tiphys.promotion.PromotionPhase;
import dev.tiphys.promotion.PromotionView;
import dev.tiphys.promotion.PromotionView.TargetView;
import dev.tiphys.promotion.PromotionView.Waiting;
import dev.tiphys.promotion.PromotionView.WaveView;
import dev.tiphys.promotion.PromotionView.WorkflowName;

class PromotionMessageTest {

    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");

    private static PromotionView promotion(PromotionPhase phase, String reason, @Nullable Waiting waiting,
            TargetView... targets) {
        return new PromotionView(PromotionId.parse("0197a000-0000-7000-8000-000000000001"), "checkout", "v5", "v4",
                phase, reason, "Deniz <@U1>", NOW, NOW, null, "a1b2".repeat(16), waiting,
                List.of(new WaveView("prod-east", "RUNNING", "none", "", 1, NOW, null, List.of(targets))),
                new WorkflowName("argo", "w"), NOW);
    }

    private static TargetView asking(String name, String reason, @Nullable String taker) {
        return new TargetView(name, "shop", "east", "prod-east", "ASKS", "v4", "v5", "verify", reason, null, "",
                "Degraded", "", NOW, null, taker, null);
    }

    private static Waiting waiting(String code, String sentence, String... who) {
        return new Waiting(code, sentence, "checkout-east", NOW, null, List.of(who), List.of());
    }

    private static String text(PromotionView view, boolean needed, String... mentions) {
        SlackContent content = new PromotionMessage(view, needed, List.of(mentions), "https://tiphys.example")
                .content();
        return GsonFactory.createSnakeCase().toJson(content.blocks());
    }

    @Test
    void saysWhatIsAskedWhoMayAnswerAndWhoIsOnIt() {
        String text = text(promotion(PromotionPhase.WAITING, "",
                waiting("decision", "checkout-east needs a decision: the canary failed", "shop-team"),
                asking("checkout-east", "the canary failed", "Amara Okafor")), true, "U0DEVELOPER");
        assertThat(text).contains("checkout v4 → v5 needs a decision", "the canary failed", "Amara Okafor is on it",
                "May answer: shop-team", "@U0DEVELOPER",
                "https://tiphys.example/promotions/0197a000-0000-7000-8000-000000000001");
    }

    @Test
    void whatOthersHaveWrittenMentionsNobody() {
        String text = text(promotion(PromotionPhase.WAITING, "", waiting("decision", "<!channel> now", "<!here>"),
                asking("x", "<https://evil|click>", "<@U2>")), true);
        assertThat(text).doesNotContain("<!channel>", "<!here>", "<https://evil", "<@U2>", "<@U1>", "\\u003c!channel",
                "\\u003chttps");
    }

    @Test
    void namesTheFirstOfManyAndCountsTheRest() {
        TargetView[] many = new TargetView[104];
        for (int i = 0; i < many.length; i++) {
            many[i] = asking("checkout-" + i, "x".repeat(500), null);
        }
        assertThat(text(promotion(PromotionPhase.WAITING, "", waiting("decision", "y", "shop-team"), many), true))
                .contains("checkout-7", "… and 96 more").doesNotContain("checkout-8`");
    }

    @Test
    void saysWhenNothingMoves() {
        assertThat(text(promotion(PromotionPhase.RUNNING, "", waiting("stuck", "Nothing has moved for 2 h.", "sre")),
                true)).contains("checkout v4 → v5 is stuck", "Nothing has moved for 2 h.", "May answer: sre");
    }

    @Test
    void tellsHowItWentOn() {
        assertThat(text(promotion(PromotionPhase.RUNNING, "", null), false)).contains("goes on", "Answered")
                .doesNotContain("May answer");
        assertThat(text(promotion(PromotionPhase.ABORTED, "Stopped by Deniz: no", null), false))
                .contains("has ended", "*Stopped*", "Stopped by Deniz: no");
    }
}
