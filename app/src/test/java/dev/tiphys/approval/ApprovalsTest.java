package dev.tiphys.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import dev.tiphys.approval.ApprovalStep.Kind;
import dev.tiphys.approval.Approvals.Word;
import dev.tiphys.identity.Person;
import dev.tiphys.testing.PortalTest;
import dev.tiphys.testing.TestPeople;
import dev.tiphys.web.Refusal;

@PortalTest
@Import(ApprovalsTest.Parts.class)
@TestPropertySource(properties = {"tiphys.approvals.policies[0].name=both",
        "tiphys.approvals.policies[0].environments=prod-west", "tiphys.approvals.policies[0].quorum=2",
        "tiphys.approvals.policies[0].groups=payments-approvers,platform-admins",
        "tiphys.approvals.policies[0].reason-required=true", "tiphys.approvals.policies[0].substitutes=true",
        "tiphys.approvals.policies[0].escalate-to=prod-approvers", "tiphys.approvals.policies[1].name=production",
        "tiphys.approvals.policies[1].expiry=10h", "tiphys.approvals.policies[1].escalate-to=platform-admins",
        "tiphys.approvals.policies[1].break-glass=platform-admins"})
class ApprovalsTest {

    private static final Person APPROVER = TestPeople.APPROVER.person();
    private static final Person ADMIN = TestPeople.ADMIN.person();

    private final Approvals approvals;
    private final ApprovalTimes times;
    private final SettableClock clock;
    private final Outcomes outcomes;
    private final JdbcClient database;

    @Autowired
    ApprovalsTest(Approvals approvals, ApprovalTimes times, SettableClock clock, Outcomes outcomes,
            JdbcClient database) {
        this.approvals = approvals;
        this.times = times;
        this.clock = clock;
        this.outcomes = outcomes;
        this.database = database;
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Parts {

        @Bean
        @Primary
        SettableClock settableClock() {
            return new SettableClock();
        }

        @Bean
        Outcomes outcomes() {
            return new Outcomes();
        }
    }

    /// What the owners of subjects hear.
    static class Outcomes {

        private final List<ApprovalOutcome> heard = new ArrayList<>();

        @EventListener
        synchronized void hear(ApprovalOutcome outcome) {
            heard.add(outcome);
        }

        synchronized List<ApprovalState> of(ApprovalId id) {
            return heard.stream().filter(outcome -> outcome.id().equals(id)).map(ApprovalOutcome::state).toList();
        }
    }

    @BeforeEach
    void forget() {
        outcomes.heard.clear();
    }

    private List<Kind> steps(ApprovalId id) {
        return approvals.get(id).history().stream().map(ApprovalStep::kind).toList();
    }

    private long records(ApprovalId id, String code, String outcome) {
        return database.sql("select count(*) from audit_entry where target_id = ? and code = ? and outcome = ?")
                .params(id.toString(), code, outcome).query(Long.class).single();
    }

    @Test
    void ofAHundredConcurrentDecisionsOneCounts() throws Exception {
        ApprovalId id = approvals.open(Wishes.wish());
        List<@Nullable Throwable> answers = atOnce(100, number -> approvals.decide(id,
                number % 2 == 0 ? Word.APPROVE : Word.REJECT, "number " + number,
                Wishes.person("approver-" + number, "prod-approvers")));

        assertThat(answers).filteredOn(answer -> answer == null).hasSize(1);
        String decided = Objects.requireNonNull(approvals.get(id).ending()).byName();
        assertThat(answers).filteredOn(answer -> answer != null).hasSize(99).allSatisfy(answer -> assertThat(answer)
                .isInstanceOf(Refusal.Conflict.class).hasMessageContaining("by " + decided + ":"));
        assertThat(outcomes.of(id)).hasSize(1);
        assertThat(approvals.get(id).history()).filteredOn(step -> step.kind().ends()).hasSize(1);
        assertThat(database.sql("select count(*) from audit_entry where target_id = ? and outcome = 'REFUSED'")
                .param(id.toString()).query(Long.class).single()).isEqualTo(99);
    }

    @Test
    void aHundredClicksOfOnePersonAreOneVoice() throws Exception {
        ApprovalId id = approvals.open(Wishes.wish(UUID.randomUUID().toString(), Wishes.HASH, "prod-west"));
        List<@Nullable Throwable> answers = atOnce(100,
                number -> approvals.decide(id, Word.APPROVE, "green", Wishes.person("one", "payments-approvers")));

        // Nothing is granted by payments-approvers alone in this policy, and the others hear that they have spoken.
        assertThat(answers).filteredOn(answer -> answer == null).hasSize(1);
        assertThat(approvals.get(id).state()).isEqualTo(ApprovalState.OPEN);
        assertThat(approvals.get(id).standing().left()).isEqualTo(1);
        assertThat(approvals.get(id).standing().groupsLeft()).containsExactly("platform-admins");
    }

    private interface Attempt {
        void go(int number);
    }

    private static List<@Nullable Throwable> atOnce(int many, Attempt attempt) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<@Nullable Throwable> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<@Nullable Throwable>> futures = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                int number = i;
                futures.add(threads.submit(() -> {
                    start.await();
                    return catchThrowable(() -> attempt.go(number));
                }));
            }
            start.countDown();
            for (Future<@Nullable Throwable> future : futures) {
                answers.add(future.get());
            }
        }
        return answers;
    }

    @Test
    void aSubjectIsAskedAboutOnceAndAChangedPlanVoidsTheQuestion() {
        String subject = UUID.randomUUID().toString();
        ApprovalId first = approvals.open(Wishes.wish(subject, Wishes.HASH, "prod-east"));
        assertThat(approvals.open(Wishes.wish(subject, Wishes.HASH, "prod-east"))).isEqualTo(first);

        ApprovalId second = approvals.open(Wishes.wish(subject, "b".repeat(64), "prod-east"));

        assertThat(second).isNotEqualTo(first);
        assertThat(approvals.get(first).state()).isEqualTo(ApprovalState.VOID);
        assertThat(outcomes.of(first)).containsExactly(ApprovalState.VOID);
        assertThatThrownBy(() -> approvals.decide(first, Word.APPROVE, "", APPROVER))
                .isInstanceOf(Refusal.Conflict.class).hasMessageContaining("the plan has changed");
        assertThat(approvals.decide(second, Word.APPROVE, "", APPROVER).state()).isEqualTo(ApprovalState.GRANTED);
        assertThat(records(first, "approval.voided", "DONE")).isEqualTo(1);
    }

    @Test
    void whoAskedForItCannotGiveItWhateverTheirRights() {
        ApprovalId id = approvals.open(Wishes.wish());
        Person requester = Wishes.person("developer", "prod-approvers", "platform-admins");

        assertThatThrownBy(() -> approvals.decide(id, Word.APPROVE, "", requester))
                .isInstanceOf(Refusal.NotAllowed.class).hasMessageContaining("Nobody approves their own request");
        assertThat(records(id, "approval.approved", "REFUSED")).isEqualTo(1);
    }

    @Test
    void aRightThatIsGoneBetweenAskingAndDecidingIsGone() {
        ApprovalId id = approvals.open(Wishes.wish());
        ApprovalView seen = approvals.get(id);
        assertThat(approvals.mayDecide(seen, APPROVER).allowed()).isTrue();

        Person revoked = Wishes.person("approver", "viewers");
        assertThatThrownBy(() -> approvals.decide(id, Word.APPROVE, "", revoked))
                .isInstanceOf(Refusal.NotAllowed.class);
        assertThat(approvals.get(id).state()).isEqualTo(ApprovalState.OPEN);
    }

    @Test
    void aQuorumWantsDistinctPeopleOfEachGroupAndAReason() {
        ApprovalId id = approvals.open(Wishes.wish(UUID.randomUUID().toString(), Wishes.HASH, "prod-west"));
        assertThatThrownBy(() -> approvals.decide(id, Word.APPROVE, " ", APPROVER)).isInstanceOf(Refusal.Invalid.class);
        ApprovalView half = approvals.decide(id, Word.APPROVE, "tests are green", APPROVER);
        assertThat(half.state()).isEqualTo(ApprovalState.OPEN);
        assertThat(half.standing().left()).isEqualTo(1);

        assertThatThrownBy(() -> approvals.decide(id, Word.APPROVE, "again", APPROVER))
                .isInstanceOf(Refusal.Conflict.class).hasMessageContaining("You have agreed already");
        Person colleague = Wishes.person("colleague", "payments-approvers");
        assertThatThrownBy(() -> approvals.decide(id, Word.APPROVE, "me too", colleague))
                .isInstanceOf(Refusal.NotAllowed.class).hasMessageContaining("platform-admins");

        assertThat(approvals.decide(id, Word.APPROVE, "fine", ADMIN).state()).isEqualTo(ApprovalState.GRANTED);
        assertThat(steps(id)).containsExactly(Kind.OPENED, Kind.APPROVED, Kind.APPROVED, Kind.GRANTED);
        assertThat(outcomes.of(id)).containsExactly(ApprovalState.GRANTED);
        assertThat(records(id, "approval.granted", "DONE")).isEqualTo(1);
    }

    @Test
    void aRejectionNeedsAReasonAndEndsIt() {
        ApprovalId id = approvals.open(Wishes.wish());
        assertThatThrownBy(() -> approvals.decide(id, Word.REJECT, "", APPROVER)).isInstanceOf(Refusal.Invalid.class);
        assertThat(approvals.decide(id, Word.REJECT, "not today", APPROVER).state()).isEqualTo(ApprovalState.REJECTED);
        assertThatThrownBy(() -> approvals.decide(id, Word.APPROVE, "", ADMIN)).isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("rejected by The approver: not today");
    }

    @Test
    void timeRemindsEscalatesAndLetsExpireOnceHoweverOftenItIsTold() {
        ApprovalId id = approvals.open(Wishes.wish());
        assertThat(database.sql("select count(*) from scheduled_tasks where task_name = 'approval-due'"
                + " and task_instance like '%' || ?").param(id.toString()).query(Long.class).single()).isEqualTo(3);
        assertThat(approvals.get(id).rules().asked()).doesNotContain("platform-admins");

        assertThat(times.due(Deadline.REMINDER, id.value())).isPresent();
        clock.pass(Duration.ofHours(5));
        assertThat(times.due(Deadline.REMINDER, id.value())).isEmpty();
        assertThat(times.due(Deadline.REMINDER, id.value())).isEmpty();
        clock.pass(Duration.ofHours(3));
        times.due(Deadline.ESCALATION, id.value());
        assertThat(approvals.get(id).rules().asked()).contains("platform-admins");
        assertThat(times.due(Deadline.EXPIRY, id.value())).isPresent();
        clock.pass(Duration.ofDays(3));
        times.due(Deadline.EXPIRY, id.value());
        times.due(Deadline.EXPIRY, id.value());
        times.due(Deadline.REMINDER, id.value());

        assertThat(steps(id)).containsExactly(Kind.OPENED, Kind.REMINDED, Kind.ESCALATED, Kind.EXPIRED);
        assertThat(outcomes.of(id)).containsExactly(ApprovalState.EXPIRED);
        assertThatThrownBy(() -> approvals.decide(id, Word.APPROVE, "", APPROVER))
                .isInstanceOf(Refusal.Conflict.class).hasMessageContaining("expired");
    }

    @Test
    void whoIsEscalatedToStandsForAnyGroupThatIsMissing() {
        ApprovalId id = approvals.open(Wishes.wish(UUID.randomUUID().toString(), Wishes.HASH, "prod-west"));
        Person late = Wishes.person("late", "prod-approvers");
        assertThat(approvals.mayDecide(approvals.get(id), late).allowed()).isFalse();

        clock.pass(Duration.ofDays(6));
        times.due(Deadline.ESCALATION, id.value());

        assertThat(approvals.mayDecide(approvals.get(id), late).allowed()).isTrue();
        approvals.decide(id, Word.APPROVE, "nobody else is there", late);
        assertThat(approvals.decide(id, Word.APPROVE, "fine", ADMIN).state()).isEqualTo(ApprovalState.GRANTED);
    }

    @Test
    void whatIsDecidedStaysSaysTheDatabase() {
        ApprovalId id = approvals.open(Wishes.wish());
        approvals.decide(id, Word.REJECT, "no", APPROVER);

        assertThatThrownBy(() -> database.sql("update approval_request set state = 'GRANTED' where id = ?")
                .param(id.value()).update()).hasStackTraceContaining("what was decided stays");
        assertThatThrownBy(() -> database.sql("delete from approval_vote").update())
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void closingLeavesNothingToDecide() {
        ApprovalWish wish = Wishes.wish();
        ApprovalId id = approvals.open(wish);
        approvals.close(wish.subject(), "the promotion was stopped");
        approvals.close(wish.subject(), "the promotion was stopped");
        assertThat(steps(id)).containsExactly(Kind.OPENED, Kind.VOIDED);
        assertThat(approvals.find(wish.subject())).get().extracting(ApprovalView::state).isEqualTo(ApprovalState.VOID);
    }
}
