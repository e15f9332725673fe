package dev.tiphys.notification.slack;

import static dev.tiphys.testing.TestPeople.ADMIN;
import static dev.tiphys.testing.TestPeople.APPROVER;
import static dev.tiphys.testing.TestPeople.DEVELOPER;
import static dev.tiphys.testing.TestPeople.VIEWER;
import static dev.tiphys.testing.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.tiphys.approval.ApprovalId;
import dev.tiphys.approval.ApprovalState;
import dev.tiphys.notification.slack.SlackStage.Message;
import dev.tiphys.testing.TestPeople;
import dev.tiphys.web.WebSettings;

class AccountsTest extends SlackPortal {

    private final SlackStage stage;

    @Autowired
    AccountsTest(SlackStage stage) {
        this.stage = stage;
    }

    /// The way to link that Slack's user gets after a press, and nobody else.
    private String offer(ApprovalId request, String username) {
        Message message = stage.message(request);
        long before = stage.channel().size();
        stage.pressOnPage(message, "approve", username);
        String address = stage.privateReply("U0" + username.toUpperCase(Locale.ROOT),
                reply -> reply.text().contains("Link my account") && stage.channel().size() > before).address();
        return address.substring(address.indexOf("/slack/link"));
    }

    private MvcTestResult confirm(String link, TestPeople who) {
        return stage.portal().post().uri("/slack/link").with(as(who)).with(csrf())
                .param("token", link.substring(link.indexOf('=') + 1)).exchange();
    }

    @Test
    void whoIsNotLinkedLinksAndThenDecides() {
        ApprovalId request = stage.open("checkout");
        String link = offer(request, "approver");
        assertThat(stage.view(request).state()).isEqualTo(ApprovalState.OPEN);
        assertThat(stage.record("slack.pressed", request.toString())).containsExactly("not linked to anybody");
        for (int i = 0; i < 5; i++) {
            assertThat(stage.portal().get().uri(link)).hasStatus(303);
            assertThat(stage.portal().get().uri(link).with(as(APPROVER))).hasStatusOk().bodyText()
                    .contains("@approver", "The approver", "T0SANDBOX/U0APPROVER");
        }
        assertThat(stage.database().sql("select count(*) from slack_account where user_id = 'U0APPROVER'")
                .query(Integer.class).single()).isZero();

        assertThat(confirm(link, APPROVER)).hasStatus(303);
        assertThat(confirm(link, ADMIN)).hasStatus(409);
        assertThat(stage.record("slack.linked", "T0SANDBOX/U0APPROVER")).hasSize(1);
        stage.confirm(APPROVER);
        stage.pressOnPage(stage.message(request), "approve", "approver");
        assertThat(stage.view(request).state()).isEqualTo(ApprovalState.GRANTED);
        isListedAndUnlinked();
    }

    private void isListedAndUnlinked() {
        assertThat(stage.portal().get().uri("/settings/slack").with(as(APPROVER))).hasStatusOk().bodyText()
                .contains("@approver", "Unlink");
        assertThat(stage.portal().get().uri("/settings/slack").with(as(VIEWER))).bodyText().doesNotContain("@approver");
        assertThat(unlink(VIEWER)).hasStatus(404);
        assertThat(unlink(APPROVER)).hasStatus(303);
        assertThat(unlink(APPROVER)).hasStatus(404);
        assertThat(stage.record("slack.unlinked", "T0SANDBOX/U0APPROVER")).hasSize(1);
        ApprovalId next = stage.open("checkout");
        stage.send(stage.press(stage.message(next), "approve", APPROVER));
        assertThat(stage.view(next).state()).isEqualTo(ApprovalState.OPEN);
    }

    private MvcTestResult unlink(TestPeople who) {
        return stage.portal().post().uri("/settings/slack/unlink").with(as(who)).with(csrf())
                .param("team", SlackStage.TEAM).param("user", "U0APPROVER").exchange();
    }

    @Test
    void anAccountBelongsToOnePerson() {
        ApprovalId request = stage.open("checkout");
        String first = offer(request, "developer");
        assertThat(confirm(first, DEVELOPER)).hasStatus(303);
        stage.database().sql("delete from slack_link").update();
        String second = new OneTimeLinks(stage.database(), new WebSettings(null), stage.clock())
                .forAccount(new SlackUser(SlackStage.TEAM, "U0DEVELOPER", "developer")).address();
        assertThat(confirm(second, ADMIN)).hasStatus(409).bodyText().contains("linked to somebody else");
        assertThat(confirm(second, DEVELOPER)).hasStatus(409).bodyText().contains("linked to you already");
    }

    @Test
    void aLinkForOneThingDoesNotDoAnother() {
        ApprovalId request = stage.open("payments");
        String decides = stage.message(request, found -> !found.decidePath().isEmpty()).decidePath();
        assertThat(confirm(decides, APPROVER)).hasStatus(409);
        String links = new OneTimeLinks(stage.database(), new WebSettings(null), stage.clock())
                .forAccount(new SlackUser(SlackStage.TEAM, "U0VIEWER", "viewer")).address();
        assertThat(stage.portal().get().uri(links.replace("/slack/link", "/slack/decide")).with(as(APPROVER)))
                .hasStatus(409);
    }

    @Test
    void theApiListsAndUnlinks() {
        stage.link(ADMIN);
        assertThat(stage.portal().get().uri("/api/v1/slack/accounts").with(as(ADMIN))).hasStatusOk().bodyJson()
                .extractingPath("$.items[?(@.userId == 'U0ADMIN')].subject").asArray().containsExactly("admin");
        assertThat(stage.portal().delete().uri("/api/v1/slack/accounts/T0SANDBOX/U0ADMIN").with(as(ADMIN)).with(csrf()))
                .hasStatus(204);
    }
}
