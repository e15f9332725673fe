package dev.tiphys.promotion.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import dev.tiphys.promotion.PromotionPhase;
import dev.tiphys.promotion.PromotionView;

class SummaryTest {

    private static String summary(PromotionView promotion) {
        return new Summary(promotion, "https://tiphys.example/promotions/1", "https://argo.example/workflows/p/w")
                .text();
    }

    @Test
    void itSaysWhatIsPromotedHowFarItIsAndWhoIsAsked() {
        assertThat(summary(SamplePromotions.waitsForApproval())).startsWith("**checkout v4 → v5**: ")
                .contains("- dev: complete").contains("- prod-east: waits for approval").contains("- waits since ")
                .contains(" UTC").contains("[promotion](https://tiphys.example/promotions/1)");
    }

    @Test
    void hostileWordsStayWords() {
        String text = summary(SamplePromotions.ended("checkout", PromotionPhase.ABORTED,
                "red**\n# Headline [click](javascript:x) <!channel> `code` @here ![i](http://evil/x.png) www.evil.example\u202e"));
        assertThat(text)
                .contains(
                        "red\\*\\* \\# Headline \\[click\\]\\(javascript:x\\) \\<\\!channel\\> \\`code\\` @\u200bhere")
                .doesNotContain("http://evil").doesNotContain("\n#").doesNotContain("\u202e")
                .doesNotContain("www.evil");
        assertThat(text.lines().skip(1)).allMatch(line -> line.startsWith("- "));
    }

    @Test
    void anAddressCannotLeaveItsLink() {
        assertThat(MarkdownText.address("https://x.example/a)b (c<d>\\")).isEqualTo("https://x.example/abcd");
    }
}
