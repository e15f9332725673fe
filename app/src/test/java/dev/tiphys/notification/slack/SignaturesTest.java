package dev.tiphys.notification.slack;

import static dev.tiphys.testing.TestPeople.APPROVER;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

import dev.tiphys.approval.ApprovalId;
import dev.tiphys.approval.ApprovalState;
import dev.tiphys.sandbox.SandboxEndpoints;
import dev.tiphys.sandbox.slack.SlackSignature;

class SignaturesTest extends SlackPortal {

    private static final SlackSignature GOOD = new SlackSignature(SandboxEndpoints.SLACK_SIGNING_SECRET);

    private final SlackStage stage;

    @Autowired
    SignaturesTest(SlackStage stage) {
        this.stage = stage;
    }

    @Test
    void anythingElseThanWhatWasSignedIsRefused() {
        ApprovalId request = stage.open("checkout");
        String body = SlackStage.body(stage.press(stage.waitingForApprover(request), "approve", APPROVER));
        String now = stage.now();
        String good = GOOD.sign(now, body);
        long later = Long.parseLong(now);
        String old = Long.toString(later - 301);
        String ahead = Long.toString(later + 330);
        String[][] attempts = {{now, body + "&x=1", good}, {now, body.replace("approve", "reject"), good},
                {Long.toString(later - 1), body, good}, {old, body, GOOD.sign(old, body)},
                {ahead, body, GOOD.sign(ahead, body)}, {now, body, new SlackSignature("guess").sign(now, body)},
                {now, body, ""}, {"", body, good},
                {"-" + now, body, good}, {"9".repeat(30), body, good}, {now, body, good.substring(3)},
                {now, body, good.replace("v0", "v1")}, {now, body, good + " "}, {now, body, "v0=" + "0".repeat(64)}};
        for (String[] attempt : attempts) {
            assertThat(stage.send(attempt[0], attempt[1], attempt[2])).hasStatus(401);
        }
        assertThat(stage.view(request).state()).isEqualTo(ApprovalState.OPEN);
        assertThat(stage.record("slack.signature", "interactions")).hasSize(1);
    }

    @Test
    void twoSecretsAreGoodWhileOneIsBeingChanged() {
        ApprovalId request = stage.open("checkout");
        assertThat(stage.send(stage.press(stage.waitingForApprover(request), "approve", APPROVER), FORMER_SECRET))
                .hasStatus(200);
        assertThat(stage.view(request).state()).isEqualTo(ApprovalState.GRANTED);
    }

    @Test
    void whatIsGenuineAndNoInteractionDoesNothing() {
        for (String body : new String[]{"payload=%7B", "payload=[]", "payload=%ZZ", "nothing=1", ""}) {
            String now = stage.now();
            assertThat(stage.send(now, body, GOOD.sign(now, body))).hasStatus(400);
        }
        for (String body : new String[]{"payload=%7B%7D", "payload=%7B%22type%22%3A%22block_actions%22%7D"}) {
            String now = stage.now();
            assertThat(stage.send(now, body, GOOD.sign(now, body))).hasStatus(200);
        }
    }

    @Test
    void aBodyThatIsTooLargeOrOfAnotherKindIsNotRead() {
        assertThat(stage.send(stage.now(), "payload=" + "x".repeat(300_000), "v0=0")).hasStatus(413);
        assertThat(stage.portal().post().uri("/slack/interactions").contentType(MediaType.APPLICATION_JSON)
                .content("{}")).hasStatus(415);
        assertThat(stage.portal().get().uri("/slack/interactions")).hasStatus4xxClientError();
    }
}
