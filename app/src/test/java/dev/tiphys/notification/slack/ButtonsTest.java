package dev.tiphys.notification.slack;

import static dev.tiphys.testing.TestPeople.ADMIN;
import static dev.tiphys.testing.TestPeople.APPROVER;
import static dev.tiphys.testing.TestPeople.DEVELOPER;
import static dev.tiphys.testing.TestPeople.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.approval.ApprovalId;
import dev.tiphys.approval.ApprovalState;
import dev.tiphys.notification.slack.SlackStage.Message;
import dev.tiphys.sandbox.SandboxEndpoints;
import dev.tiphys.sandbox.slack.SlackSignature;
import dev.tiphys.scenario.FleetLevers;

class ButtonsTest extends SlackPortal {

    private final SlackStage stage;

    @Autowired
    ButtonsTest(SlackStage stage) {
        this.stage = stage;
    }

    @Test
    void aLinkedPersonApprovesAndTheMessageSaysSo() {
        ApprovalId request = stage.open("checkout");
        Message message = stage.waitingForApprover(request);
        assertThat(message.text()).contains("checkout v4 → v5 into prod-east", "Waits for approval", "Deniz Aksoy",
                "Two hours before the weekend.");

        assertThat(stage.pressOnPage(message, "approve", "approver").status()).isEqualTo(303);
        assertThat(stage.view(request).state()).isEqualTo(ApprovalState.GRANTED);
        Message after = stage.message(request, found -> !found.hasButtons());
        assertThat(after.ts()).isEqualTo(message.ts());
        assertThat(after.text()).contains("*Approved* by The approver");
        assertThat(stage.database().sql("select actor_via from audit_entry where code = 'approval.approved'"
                + " and target_id = ? and actor_subject = 'approver'").param(request.toString()).query(String.class)
                .list()).containsExactly("slack T0SANDBOX/U0APPROVER");
        await("the reply in the thread").atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(stage.channel()).anySatisfy(reply -> {
                    assertThat(reply.json().path("thread_ts").asString("")).isEqualTo(message.ts());
                    assertThat(reply.text()).contains("*Approved*");
                }));
    }

    @Test
    void aRejectionAsksForItsReasonInADialog() {
        ApprovalId request = stage.open("checkout");
        Message message = stage.waitingForApprover(request);
        assertThat(stage.pressOnPage(message, "reject", "approver").status()).isEqualTo(303);
        assertThat(stage.view(request).state()).isEqualTo(ApprovalState.OPEN);
        assertThat(page().get("").text()).contains("Why not? The requester will read it.", "input.reason.words");

        assertThat(stage.send(stage.dialog(message, "reject", " ", APPROVER))).hasStatus(200).bodyJson()
                .extractingPath("$.errors.reason").asString().contains("Say why you reject it");
        assertThat(stage.send(stage.dialog(message, "reject", "not before the weekend", APPROVER))).hasStatus(200)
                .bodyText().isEmpty();
        assertThat(stage.view(request).state()).isEqualTo(ApprovalState.REJECTED);
        assertThat(stage.message(request, found -> !found.hasButtons()).text()).contains("*Rejected* by The approver",
                "not before the weekend");
    }

    @Test
    void whatIsSentAgainDoesNothingAndIsOnRecord() {
        ApprovalId first = stage.open("catalogue");
        Message message = stage.waitingForApprover(first);
        String body = SlackStage.body(stage.press(message, "approve", APPROVER));
        String timestamp = stage.now();
        String signature = new SlackSignature(SandboxEndpoints.SLACK_SIGNING_SECRET).sign(timestamp, body);
        for (int i = 0; i < 3; i++) {
            assertThat(stage.send(timestamp, body, signature)).hasStatus(200).bodyText().isEmpty();
        }
        assertThat(stage.view(first).history()).filteredOn(step -> step.bySubject().equals("approver")).hasSize(1);
        assertThat(stage.record("slack.repeated", first.toString())).hasSize(2);
    }

    @Test
    void onlyThoseOfTheWorkspaceCount() {
        ApprovalId request = stage.open("checkout");
        Message message = stage.waitingForApprover(request);
        stage.send(stage.press(message, "approve", "T0PARTNER", "T0PARTNER", "U0APPROVER"));
        stage.send(stage.press(message, "approve", SlackStage.TEAM, "T0PARTNER", "U0APPROVER"));
        stage.send(stage.press(message, "approve", "", "", "U0APPROVER"));
        stage.send(stage.press(message, "approve", SlackStage.TEAM, SlackStage.TEAM, "../U0APPROVER"));
        for (String username : new String[]{"guest", "former", "partner"}) {
            stage.database().sql("""
                    insert into slack_account (team, user_id, user_name, subject, person_name, linked_at)
                    values ('T0SANDBOX', ?, 'x', 'approver', 'x', now()) on conflict do nothing
                    """).param("U0" + username.toUpperCase(Locale.ROOT)).update();
            assertThat(stage.pressOnPage(message, "approve", username).status()).isEqualTo(303);
        }
        assertThat(stage.view(request).state()).isEqualTo(ApprovalState.OPEN);
        assertThat(stage.record("slack.pressed", request.toString())).hasSize(7)
                .allMatch(why -> why.contains("another workspace") || why.contains("Guests"));
        assertThat(stage.database().sql("select actor_via from audit_entry where code = 'slack.pressed'"
                + " and target_id = ?").param(request.toString()).query(String.class).list())
                .contains("slack T0PARTNER/U0APPROVER", "slack T0SANDBOX/U0GUEST");
        stage.privateReply("U0GUEST", reply -> reply.text().contains("Guests"));
    }

    @Test
    void rightsCountAsTheyAreAtThePress() {
        ApprovalId request = stage.open("checkout");
        Message message = stage.waitingForApprover(request);
        stage.setGroups(APPROVER, Set.of("viewers"));
        stage.send(stage.press(message, "approve", APPROVER));
        assertThat(stage.view(request).state()).isEqualTo(ApprovalState.OPEN);
        assertThat(stage.record("slack.pressed", request.toString())).singleElement().asString()
                .contains("may not approve");
        stage.confirm(APPROVER);
        stage.send(stage.press(message, "approve", APPROVER));
        assertThat(stage.view(request).state()).isEqualTo(ApprovalState.GRANTED);
    }

    @Test
    void aPressAfterItsTimeDecidesNothingAndIsToldSo() {
        ApprovalId request = stage.open("checkout");
        Message message = stage.waitingForApprover(request);
        stage.database()
                .sql("update approval_request set opened_at = opened_at - interval '8 days', expires_at = now()"
                        + " where id = ?")
                .param(request.value()).update();
        assertThat(stage.pressOnPage(message, "approve", "approver").status()).isEqualTo(303);
        stage.privateReply("U0APPROVER", reply -> reply.text().contains("Already expired"));
        assertThat(stage.send(stage.dialog(message, "reject", "too late", APPROVER))).hasStatus(200);
        assertThat(stage.view(request).state()).isEqualTo(ApprovalState.OPEN);
        assertThat(stage.view(request).standing().votes()).isEmpty();
    }

    @Test
    void whoWasNotConfirmedLatelySignsInThroughALinkOfTheirOwn() {
        ApprovalId request = stage.open("checkout");
        Message message = stage.waitingForApprover(request);
        stage.forget(APPROVER);
        stage.pressOnPage(message, "approve", "approver");
        assertThat(stage.view(request).state()).isEqualTo(ApprovalState.OPEN);
        Message reply = stage.privateReply("U0APPROVER", found -> found.decidePath().startsWith("/slack/decide"));
        assertThat(stage.database().sql("select bound_to from slack_link where request = ?").param(request.value())
                .query(String.class).list()).containsExactly("approver");
        assertThat(reply.text()).contains("Sign in and decide");
    }

    @Test
    void nobodyApprovesTheirOwnRequestAndOthersHearThatItIsDecided() {
        ApprovalId request = stage.open("checkout");
        Message message = stage.waitingForApprover(request);
        stage.link(DEVELOPER);
        stage.link(VIEWER);
        stage.link(ADMIN);
        stage.send(stage.press(message, "approve", DEVELOPER));
        stage.send(stage.press(message, "approve", VIEWER));
        assertThat(stage.view(request).state()).isEqualTo(ApprovalState.OPEN);
        stage.send(stage.press(message, "approve", ADMIN));
        stage.pressOnPage(message, "approve", "approver");
        assertThat(stage.record("slack.pressed", request.toString())).hasSize(3).last().asString()
                .contains("Already approved by The admin");
        stage.privateReply("U0APPROVER", reply -> reply.text().contains("Already approved by The admin"));
    }

    @Test
    void twoPeopleMakeAQuorumOfTwo() {
        ApprovalId request = stage.open("catalogue");
        Message message = stage.waitingForApprover(request);
        stage.link(ADMIN);
        stage.send(stage.press(message, "approve", APPROVER));
        stage.message(request, found -> found.text().contains("The approver approved"));
        stage.send(stage.press(message, "approve", APPROVER));
        assertThat(stage.view(request).state()).isEqualTo(ApprovalState.OPEN);
        stage.send(stage.press(message, "approve", ADMIN));
        assertThat(stage.view(request).state()).isEqualTo(ApprovalState.GRANTED);
    }

    @Test
    void aButtonCountsOnItsOwnMessageOnly() {
        ApprovalId request = stage.open("checkout");
        Message message = stage.waitingForApprover(request);
        ObjectNode moved = stage.press(message, "approve", APPROVER);
        ((ObjectNode) moved.path("container")).put("message_ts", "1.000001");
        stage.send(moved);
        ObjectNode guessed = stage.press(message, "approve", APPROVER);
        ((ObjectNode) guessed.path("actions").get(0)).put("value", request + "." + "A".repeat(43));
        stage.send(guessed);
        ObjectNode bare = stage.press(message, "approve", APPROVER);
        ((ObjectNode) bare.path("actions").get(0)).put("value", request.toString());
        stage.send(bare);
        ApprovalId linked = stage.open("payments");
        Message withLink = stage.message(linked);
        String nonce = stage.database().sql("select nonce from slack_message where request = ?")
                .param(linked.value()).query(String.class).single();
        ObjectNode otherMode = stage.press(withLink, "approve", APPROVER);
        ((ObjectNode) otherMode.path("actions").get(0)).put("value", linked + "." + nonce);
        stage.send(otherMode);
        assertThat(stage.view(request).state()).isEqualTo(ApprovalState.OPEN);
        assertThat(stage.view(linked).state()).isEqualTo(ApprovalState.OPEN);
        assertThat(stage.record("slack.pressed", linked.toString())).singleElement().asString()
                .contains("not decided in Slack");
    }

    @Test
    void aSlackThatDoesNotSayWhoPressedDecidesNothing() {
        ApprovalId request = stage.open("checkout");
        Message message = stage.message(request);
        stage.link(ADMIN);
        stage.database().sql("""
                insert into slack_account (team, user_id, user_name, subject, person_name, linked_at)
                values ('T0SANDBOX', 'U0PROVIDER', 'x', 'admin', 'x', now())
                """).update();
        long before = System.nanoTime();
        try (FleetLevers.Fault _ = levers()
                .fault("{\"kind\":\"delay\",\"path\":\"/slack/api/users.info\",\"latency\":\"5s\"}")) {
            stage.send(stage.press(message, "approve", SlackStage.TEAM, SlackStage.TEAM, "U0PROVIDER"));
        }
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
        assertThat(stage.view(request).state()).isEqualTo(ApprovalState.OPEN);
        assertThat(stage.record("slack.pressed", request.toString())).singleElement().asString()
                .contains("did not confirm");
    }
}
