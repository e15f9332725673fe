package dev.tiphys.notification.slack;

import static dev.tiphys.testing.TestPeople.APPROVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

import dev.tiphys.approval.ApprovalId;
import dev.tiphys.approval.ApprovalState;
import dev.tiphys.approval.Approvals;
import dev.tiphys.notification.slack.SlackStage.Message;
import dev.tiphys.promotion.PromotionId;
import dev.tiphys.promotion.PromotionWaits;
import dev.tiphys.scenario.FleetLevers;

class OutboxTest extends SlackPortal {

    private final SlackStage stage;
    private final MessageBook book;
    private final MessageSending sending;
    private final SlackApi slack;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;

    @Autowired
    OutboxTest(SlackStage stage, MessageBook book, MessageSending sending, SlackApi slack,
            TransactionTemplate transactions, ApplicationEventPublisher events) {
        this.events = events;
        this.stage = stage;
        this.book = book;
        this.sending = sending;
        this.slack = slack;
        this.transactions = transactions;
    }

    private List<Message> postsAbout(ApprovalId request) {
        String path = stage.view(request).wish().path();
        return stage.channel().stream().filter(message -> message.text().contains(path)).toList();
    }

    @Test
    void aDecisionInThePortalChangesTheMessage() {
        ApprovalId request = stage.open("checkout");
        Message message = stage.message(request);
        stage.approvals().decide(request, Approvals.Word.REJECT, "load test is red", APPROVER.person());
        Message after = stage.message(request, found -> !found.hasButtons());
        assertThat(after.ts()).isEqualTo(message.ts());
        assertThat(after.text()).contains("*Rejected* by The approver", "load test is red");
        assertThat(stage.record("slack.sent", request.toString())).hasSize(1);
    }

    @Test
    void aSlackThatIsDownDecidesNothingAndHearsLater() {
        ApprovalId request;
        try (FleetLevers.Fault _ = levers().fault("{\"kind\":\"answer\",\"path\":\"/slack/api/*\",\"status\":503}")) {
            request = stage.open("checkout");
            await("the first attempt").atMost(Duration.ofSeconds(15))
                    .untilAsserted(() -> assertThat(stage.record("slack.failed", request.toString())).hasSize(1));
            stage.approvals().decide(request, Approvals.Word.APPROVE, "", APPROVER.person());
            assertThat(stage.view(request).state()).isEqualTo(ApprovalState.GRANTED);
        }
        assertThat(stage.message(request).text()).contains("*Approved* by The approver");
        assertThat(postsAbout(request)).hasSize(1);
    }

    @Test
    void waitsAsLongAsSlackAsksFor() {
        try (FleetLevers.Fault _ = levers().fault(
                "{\"kind\":\"answer\",\"path\":\"/slack/api/chat.postMessage\",\"status\":429,\"times\":2}")) {
            ApprovalId request = stage.open("checkout");
            stage.message(request);
            assertThat(stage.record("slack.failed", request.toString())).containsExactly("Slack: ratelimited");
        }
    }

    @Test
    void aPostWhoseAnswerWasLostIsFoundAndNotPostedAgain() {
        try (FleetLevers.Fault _ = levers().fault(
                "{\"kind\":\"lose-answer\",\"path\":\"/slack/api/chat.postMessage\",\"times\":1}")) {
            ApprovalId request = stage.open("checkout");
            Message message = stage.message(request);
            assertThat(postsAbout(request)).extracting(Message::ts).containsExactly(message.ts());
            assertThat(message.hasButtons()).isTrue();
        }
    }

    @Test
    void whoIsKilledBetweenPostAndNoteLeavesOneMessage() {
        ApprovalId request = openUnheard();
        MessageBook.Wish wish = transactions.execute(status -> book.want(request, RandomToken.create().text()));
        MessageRow dead = book.claim(wish.id()).orElseThrow();
        book.trying(dead, "approvals");
        SlackPlace posted = slack.post("approvals", null, new SlackContent("posted, and then killed", List.of()),
                dead.id().toString());

        assertThatThrownBy(() -> sending.send(wish.id())).isInstanceOf(SlackTasks.NotYet.class);
        stage.database().sql("update slack_message set busy_until = now() - interval '1 second' where id = ?")
                .param(wish.id()).update();
        sending.send(wish.id());
        assertThat(stage.messages(request)).singleElement().satisfies(message -> {
            assertThat(message.ts()).isEqualTo(posted.ts());
            assertThat(message.hasButtons()).isTrue();
        });
    }

    /// A request that no message is wanted for yet.
    private ApprovalId openUnheard() {
        ApprovalId request = stage.open("checkout");
        stage.message(request);
        stage.database().sql("update slack_message set request = ? where request = ?")
                .params(UUID.randomUUID(), request.value()).update();
        return request;
    }

    @Test
    void oneOfManySendersSends() throws Exception {
        ApprovalId request = stage.open("checkout");
        UUID id = stage.database().sql("select id from slack_message where request = ?").param(request.value())
                .query(UUID.class).single();
        try (ExecutorService replicas = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 16; i++) {
                replicas.execute(() -> sending.send(id));
            }
        }
        Message message = stage.message(request);
        assertThat(postsAbout(request)).extracting(Message::ts).containsExactly(message.ts());
    }

    private PromotionId waitingPromotion() {
        UUID id = UUID.randomUUID();
        stage.database().sql("""
                insert into promotion (id, service, version, phase, requester, requester_name, plan, plan_hash,
                    manifest, manifest_yaml, hera, namespace, workflow, created_at, row_version)
                values (?, 'checkout', 'v5', 'RUNNING', 'developer', 'Deniz Aksoy', ?, ?, '', '', '', 'argo', ?, now(), 0)
                """)
                .params(id, "{\"format\":1,\"service\":\"checkout\",\"version\":\"v5\",\"mechanism\":{\"kind\":\"x\","
                        + "\"subject\":\"x\"},\"waves\":[],\"stepImage\":\"image\"}", "c".repeat(64), id.toString())
                .update();
        return new PromotionId(id);
    }

    private void waits(PromotionId promotion, boolean forPeople) {
        transactions.executeWithoutResult(
                status -> events.publishEvent(new PromotionWaits(promotion, forPeople)));
    }

    private List<Message> postsAbout(PromotionId promotion) {
        return stage.channel().stream().filter(message -> message.text().contains("/promotions/" + promotion))
                .toList();
    }

    @Test
    void aPromotionThatWaitsIsToldOnceOnHoweverManyReplicas() {
        PromotionId promotion = waitingPromotion();
        waits(promotion, true);
        UUID id = book.find(promotion).orElseThrow().id();
        try (ExecutorService replicas = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 16; i++) {
                replicas.execute(() -> sending.send(id));
            }
        }
        await("the message").atMost(Duration.ofSeconds(15)).until(() -> postsAbout(promotion).size() == 1);
        waits(promotion, true);
        waits(promotion, false);
        await("that it is over").atMost(Duration.ofSeconds(15))
                .until(() -> postsAbout(promotion).getFirst().text().contains("goes on"));
        assertThat(postsAbout(promotion)).hasSize(1);
        assertThat(stage.record("slack.sent", promotion.toString())).hasSize(1);
        assertThat(stage.database().sql("select count(*) from scheduled_tasks where task_name = 'remind-of-promotion'"
                + " and task_instance like ?").param(promotion + "#%").query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void whatWasOverBeforeAnybodyHeardOfItIsNotTold() {
        PromotionId promotion = waitingPromotion();
        transactions.executeWithoutResult(status -> {
            events.publishEvent(new PromotionWaits(promotion, true));
            events.publishEvent(new PromotionWaits(promotion, false));
        });
        UUID id = book.find(promotion).orElseThrow().id();
        await("that nothing is left to tell").atMost(Duration.ofSeconds(15)).until(() -> book.isUpToDate(id));
        assertThat(postsAbout(promotion)).isEmpty();
    }

    @Test
    void whatIsRolledBackIsNotTold() {
        ApprovalId[] request = new ApprovalId[1];
        transactions.executeWithoutResult(status -> {
            request[0] = stage.open("checkout");
            status.setRollbackOnly();
        });
        assertThat(stage.database().sql("select count(*) from slack_message where request = ?")
                .param(request[0].value()).query(Integer.class).single()).isZero();
    }
}
