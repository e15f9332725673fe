package dev.tiphys.promotion.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.tiphys.promotion.PromotionView;
import dev.tiphys.promotion.PromotionView.TargetView;
import dev.tiphys.promotion.web.PromotionPage.Clusters;
import dev.tiphys.promotion.web.PromotionPage.Fold;
import dev.tiphys.promotion.web.PromotionPage.TargetLine;
import dev.tiphys.promotion.web.PromotionPage.WaveCard;

class WaveBoardTest {

    private static final Rights LOOKS = new SampleRights("viewer", false, false, false);

    private static List<WaveCard> board(PromotionView promotion) {
        return WaveCards.of(promotion, LOOKS);
    }

    private static Clusters clusters(ClusterAsk ask) {
        return new ClusterList(SamplePromotions.asks(104), ask, SampleFleet.NOW).clusters();
    }

    @Test
    void aHundredTargetsAreCellsAndOnlyTheUnusualAndTheMovingHaveRows() {
        WaveCard east = board(SamplePromotions.asks(104)).get(2);

        assertThat(east.strip()).hasSize(104);
        assertThat(east.strip().get(44).title()).isEqualTo("prod-east-45: Needs a decision");
        assertThat(east.targets()).extracting(PromotionPage.TargetCard::cluster).containsExactly("prod-east-45",
                "prod-east-42", "prod-east-43", "prod-east-44");
        assertThat(east.folds()).extracting(Fold::words).containsExactly("41 done, slowest prod-east-01 in 4 min",
                "59 later");
        assertThat(east.stripWords()).isEqualTo("prod-east: 41 done, 3 moving, 1 needs a decision, 59 later");
    }

    @Test
    void eachWaveSaysWhatIsMissingAndWhoCanGiveIt() {
        assertThat(board(SamplePromotions.asks(104))).extracting(WaveCard::answer).containsExactly("Complete.",
                "Complete.",
                "Not complete: 1 needs a decision, 3 move, 59 have not begun. prod-west may not start yet.",
                "Not begun: needs prod-east complete.");
        assertThat(board(SamplePromotions.waitsForApproval())).extracting(WaveCard::answer).containsExactly(
                "Complete.", "Complete. prod-east may start once it is approved.",
                "Not begun: needs an approval by prod-approvers.", "Not begun: needs prod-east complete.");
    }

    @Test
    void theListIsFilteredAndSorted() {
        assertThat(clusters(ClusterAsk.ALL).lines()).hasSize(210).first()
                .returns("prod-east-45", TargetLine::cluster);
        assertThat(clusters(ClusterAsk.of("EAST-4", "", "", "-cluster", "")).lines())
                .extracting(TargetLine::cluster).first().isEqualTo("prod-east-49");
        assertThat(clusters(ClusterAsk.of("", "prod-east", "moving", "cluster", "")).lines())
                .extracting(TargetLine::cluster).containsExactly("prod-east-42", "prod-east-43", "prod-east-44");
        assertThat(clusters(ClusterAsk.of("nowhere", "", "", "", "")).lines()).isEmpty();
    }

    @Test
    void whatNobodyOffersIsTakenForNotAsked() {
        Clusters list = clusters(ClusterAsk.of(null, null, "sideways", "--x", "-1"));
        assertThat(list.lines()).hasSize(210);
        assertThat(list.shown()).isEqualTo("210 of 210 clusters");
        assertThat(clusters(ClusterAsk.of("", "", "", "", "999999")).lines()).hasSize(210);
    }

    @Test
    void theAddressOfAListKeepsWhatWasTyped() {
        String href = ClusterAsk.of("a&b {x}", "prod-east", "asks", "took", "2")
                .href(SamplePromotions.climbs().id());
        assertThat(href).contains("tab=clusters", "q=a%26b", "wave=prod-east", "state=asks", "sort=took", "page=2")
                .doesNotContain("{", " ");
    }

    @Test
    void aThousandTargetsTakeOnePass() {
        List<TargetView> found = new ClusterList(SamplePromotions.asks(2000),
                ClusterAsk.of("", "", "", "took", ""), SampleFleet.NOW).targets();
        assertThat(found).hasSize(4002);
    }
}
