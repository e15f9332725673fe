package dev.tiphys.notification.slack;

import static dev.tiphys.testing.TestPeople.ADMIN;
import static dev.tiphys.testing.TestPeople.APPROVER;
import static dev.tiphys.testing.TestPeople.DEVELOPER;
import static dev.tiphys.testing.TestPeople.VIEWER;
import static dev.tiphys.testing.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.tiphys.approval.ApprovalId;
import dev.tiphys.approval.ApprovalState;
import dev.tiphys.notification.slack.SlackStage.Message;
import dev.tiphys.testing.TestPeople;

class LinksTest extends SlackPortal {

    private final SlackStage stage;

    @Autowired
    LinksTest(SlackStage stage) {
        this.stage = stage;
    }

    private MvcTestResult open(String path, TestPeople who) {
        return stage.portal().get().uri(path).with(as(who)).exchange();
    }

    private MvcTestResult decide(String path, String decision, String reason, TestPeople who) {
        return stage.portal().post().uri("/slack/decide").with(as(who)).with(csrf())
                .param("token", path.substring(path.indexOf('=') + 1)).param("decision", decision)
                .param("reason", reason).exchange();
    }

    private String link(ApprovalId request) {
        return stage.message(request, found -> !found.decidePath().isEmpty()).decidePath();
    }

    @Test
    void openingItAsOftenAsOneLikesDecidesNothing() {
        ApprovalId request = stage.open("payments");
        String link = link(request);
        for (int i = 0; i < 20; i++) {
            assertThat(stage.portal().get().uri(link).header("User-Agent", "Slackbot-LinkExpanding 1.0"))
                    .hasStatus(303).headers().hasHeaderSatisfying("Location",
                            where -> assertThat(where.getFirst()).startsWith("/sign-in?"));
            assertThat(stage.portal().head().uri(link)).hasStatus(303);
            assertThat(open(link, APPROVER)).hasStatusOk().bodyText().contains("payments v4 → v5 into prod-east",
                    "It decides once", "name=\"decision\"");
        }
        assertThat(stage.view(request).state()).isEqualTo(ApprovalState.OPEN);
        assertThat(stage.record("slack.opened", request.toString())).hasSize(1);
    }

    @Test
    void itBecomesTheirsWhoMayDecideAndOpensItFirst() {
        ApprovalId request = stage.open("payments");
        String link = link(request);
        assertThat(open(link, VIEWER)).hasStatusOk().bodyText().doesNotContain("name=\"decision\"");
        assertThat(open(link, DEVELOPER)).hasStatusOk().bodyText().contains("own request")
                .doesNotContain("name=\"decision\"");
        assertThat(open(link, APPROVER)).hasStatusOk().bodyText().contains("name=\"decision\"");
        assertThat(open(link, ADMIN)).hasStatus(403);
        assertThat(decide(link, "approve", "", ADMIN)).hasStatus(403);
        assertThat(stage.record("slack.opened", request.toString())).hasSize(3)
                .filteredOn(why -> why.contains("somebody else's")).hasSize(2);

        Message renewed = stage.message(request, found -> !found.decidePath().equals(link));
        assertThat(open(renewed.decidePath(), ADMIN)).hasStatusOk().bodyText().contains("name=\"decision\"");
        assertThat(decide(link, "approve", "", APPROVER)).hasStatus(303);
        assertThat(open(renewed.decidePath(), ADMIN)).bodyText().contains("This was approved", "The approver");
        assertThat(stage.message(request, found -> found.decidePath().isEmpty()).text())
                .contains("*Approved* by The approver");
    }

    @Test
    void itDecidesOnceWhateverRacesForIt() throws Exception {
        ApprovalId request = stage.open("payments");
        String link = link(request);
        open(link, APPROVER);
        List<Future<MvcTestResult>> answers = new ArrayList<>();
        try (ExecutorService crowd = Executors.newFixedThreadPool(12)) {
            for (int i = 0; i < 24; i++) {
                String word = i % 2 == 0 ? "approve" : "reject";
                answers.add(crowd.submit(() -> decide(link, word, "because", APPROVER)));
            }
        }
        List<Integer> statuses = new ArrayList<>();
        for (Future<MvcTestResult> answer : answers) {
            statuses.add(answer.get().getResponse().getStatus());
        }
        assertThat(statuses).filteredOn(status -> status == 303).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(23);
        assertThat(stage.view(request).history()).filteredOn(step -> step.kind().ends()).hasSize(1);
    }

    @Test
    void whatIsRefusedDoesNotUseItUp() {
        ApprovalId request = stage.open("payments");
        String link = link(request);
        open(link, APPROVER);
        assertThat(decide(link, "reject", " ", APPROVER)).hasStatus(422).bodyText().contains("Say why you reject it");
        assertThat(decide(link, "perhaps", "", APPROVER)).hasStatus(422);
        assertThat(decide(link, "reject", "not <now>", APPROVER)).hasStatus(303);
        assertThat(stage.view(request).state()).isEqualTo(ApprovalState.REJECTED);
        assertThat(decide(link, "approve", "", APPROVER)).hasStatus(409);
        assertThat(stage.message(request, found -> found.decidePath().isEmpty()).text()).contains("not &lt;now&gt;");
    }

    @Test
    void anExpiredOrInventedOneDecidesNothing() {
        ApprovalId request = stage.open("payments");
        String link = link(request);
        open(link, APPROVER);
        stage.database().sql("update slack_link set expires_at = now() - interval '1 second' where request = ?")
                .param(request.value()).update();
        assertThat(open(link, APPROVER)).hasStatus(409).bodyText().contains("used or has expired");
        assertThat(decide(link, "approve", "", APPROVER)).hasStatus(409);
        assertThat(open("/slack/decide?token=" + "A".repeat(43), APPROVER)).hasStatus(409);
        assertThat(open("/slack/decide", APPROVER)).hasStatus(409);
        assertThat(stage.view(request).state()).isEqualTo(ApprovalState.OPEN);
    }

    @Test
    void whatIsAskedForTooLateIsRefusedThroughAGoodLinkToo() {
        ApprovalId request = stage.open("payments");
        String link = link(request);
        open(link, APPROVER);
        stage.database()
                .sql("update approval_request set opened_at = opened_at - interval '8 days', expires_at = now()"
                        + " where id = ?")
                .param(request.value()).update();
        assertThat(decide(link, "approve", "", APPROVER)).hasStatus(409).bodyText().contains("Already expired");
        assertThat(stage.view(request).state()).isEqualTo(ApprovalState.OPEN);
    }

    @Test
    void openedItIsGoodForAQuarterOfAnHour() {
        ApprovalId request = stage.open("payments");
        open(link(request), APPROVER);
        assertThat(stage.database().sql("select expires_at < now() + interval '16 minutes' from slack_link"
                + " where request = ? and bound_to = 'approver'").param(request.value()).query(Boolean.class).single())
                .isTrue();
    }

    @Test
    void aFormWithoutItsTokenOfTheSessionIsRefused() {
        ApprovalId request = stage.open("payments");
        String link = link(request);
        open(link, APPROVER);
        assertThat(stage.portal().post().uri("/slack/decide").with(as(APPROVER))
                .param("token", link.substring(link.indexOf('=') + 1)).param("decision", "approve")).hasStatus(403);
        assertThat(stage.view(request).state()).isEqualTo(ApprovalState.OPEN);
    }

    @Test
    void itsTokenIsNowhereInTheDatabase() {
        ApprovalId request = stage.open("payments");
        String token = link(request).substring("/slack/decide?token=".length());
        assertThat(token).hasSize(43);
        for (String table : List.of("slack_link", "slack_message", "scheduled_tasks", "audit_entry")) {
            assertThat(stage.database().sql("select count(*) from " + table + " t where t::text like ?")
                    .param("%" + token + "%").query(Integer.class).single()).as(table).isZero();
        }
    }
}
