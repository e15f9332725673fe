package dev.tiphys.notification.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

import com.slack.api.SlackConfig;
import com.slack.api.util.json.GsonFactory;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.tiphys.approval.ApprovalId;
import dev.tiphys.approval.ApprovalState;
import dev.tiphys.approval.ApprovalStep;
import dev.tiphys.approval.ApprovalSubject;
import dev.tiphys.approval.ApprovalView;
import dev.tiphys.approval.ApprovalWish;
import dev.tiphys.identity.Scope;

class RequestMessageTest {

    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    private static final String HOSTILE = "<!channel> <https://evil.example|*here*> & `code`\n✅ *Approved*\u202Eabc";

    private static ApprovalView request(ApprovalState state, String text, int changes, List<ApprovalStep> history) {
        ApprovalWish wish = new ApprovalWish(
                new ApprovalSubject(ApprovalSubject.Kind.PROMOTION_GATE, "1", "prod-east"), "f".repeat(64), text,
                Collections.nCopies(changes, new ApprovalWish.Change(text, text, text)), text,
                Scope.service("checkout", "shop").in("prod-east"), new ApprovalWish.Requester("developer", text),
                "/promotions/1");
        return new ApprovalView(new ApprovalId(new UUID(1, 2)), wish, state, NOON, NOON.plusSeconds(3600),
                new ApprovalView.Rules(text, 1, List.of(), List.of(text), false, "buttons", "approvals"), text,
                history);
    }

    private static JsonNode blocks(ApprovalView view, SlackOffer offer) {
        SlackContent content = new RequestMessage(view, offer, "https://tiphys.example").content();
        return JsonMapper.shared().readTree(GsonFactory.createSnakeCase(SlackConfig.DEFAULT).toJson(content.blocks()));
    }

    @Test
    void whatOthersWroteMentionsAndLinksNothing() {
        ApprovalStep step = new ApprovalStep(ApprovalStep.Kind.ASKED_BACK, "a", HOSTILE, "session", HOSTILE, NOON);
        JsonNode blocks = blocks(request(ApprovalState.OPEN, HOSTILE, 3, List.of(step)),
                new SlackOffer.Buttons("value"));
        for (JsonNode text : blocks.findValues("text")) {
            if (text.path("type").asString("").equals("mrkdwn")) {
                assertThat(text.path("text").asString()).doesNotContain("<!channel>", "<https://evil", "\u202E",
                        "\n✅ *Approved*");
                assertThat(text.path("verbatim").asBoolean()).isTrue();
            }
        }
        assertThat(blocks.toString()).contains("&lt;!channel&gt;");
    }

    @Test
    void nothingIsTooLongForSlack() {
        String longText = "<&>".repeat(2000);
        List<ApprovalStep> steps = Collections.nCopies(40,
                new ApprovalStep(ApprovalStep.Kind.APPROVED, "a", longText, "token x", longText, NOON));
        JsonNode blocks = blocks(request(ApprovalState.OPEN, longText, 200, steps), new SlackOffer.Link("https://x/y"));
        assertThat(blocks.size()).isLessThanOrEqualTo(50);
        for (JsonNode block : blocks) {
            int length = block.path("text").path("text").asString("").length();
            assertThat(length).isLessThanOrEqualTo(block.path("type").asString().equals("header") ? 150 : 3000);
            block.path("elements").forEach(
                    element -> assertThat(element.path("text").asString("").length()).isLessThanOrEqualTo(3000));
        }
        assertThat(blocks.toString()).contains("… and 19");
    }

    @Test
    void whatHasEndedOffersNothingToDecide() {
        for (ApprovalState state : ApprovalState.values()) {
            if (state.isFinal()) {
                JsonNode blocks = blocks(request(state, "checkout", 1, List.of()), new SlackOffer.Nothing());
                assertThat(blocks.findValuesAsString("action_id")).containsExactly("details");
            }
        }
    }

    @Test
    void aButtonBringsNothingButItsRequestAndItsNonce() {
        ButtonValue value = new ButtonValue(new ApprovalId(new UUID(1, 2)), RandomToken.create().text());
        assertThat(ButtonValue.parse(value.text())).contains(value);
        for (String other : List.of("", value.request().toString(), value.text() + "x", " " + value.text(),
                "../" + value.text())) {
            assertThat(ButtonValue.parse(other)).isEmpty();
        }
    }
}
