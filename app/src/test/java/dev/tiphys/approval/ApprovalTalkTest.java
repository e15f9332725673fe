package dev.tiphys.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import dev.tiphys.approval.ApprovalInbox.Box;
import dev.tiphys.approval.ApprovalStep.Kind;
import dev.tiphys.approval.Approvals.Word;
import dev.tiphys.identity.Person;
import dev.tiphys.identity.SignedInBy;
import dev.tiphys.testing.PortalTest;
import dev.tiphys.testing.TestPeople;
import dev.tiphys.web.PageAsk;
import dev.tiphys.web.Refusal;

@PortalTest
@TestPropertySource(properties = {"tiphys.approvals.policies[0].name=both",
        "tiphys.approvals.policies[0].environments=prod-west",
        "tiphys.approvals.policies[0].groups=payments-approvers,platform-admins",
        "tiphys.approvals.policies[0].substitutes=true", "tiphys.approvals.policies[1].name=production",
        "tiphys.approvals.policies[1].bulk=true", "tiphys.approvals.policies[1].break-glass=platform-admins"})
class ApprovalTalkTest {

    private static final Person APPROVER = TestPeople.APPROVER.person();
    private static final Person ADMIN = TestPeople.ADMIN.person();
    private static final Person DEVELOPER = TestPeople.DEVELOPER.person();
    private static final Person COLLEAGUE = Wishes.person("colleague", "prod-approvers");

    private final Approvals approvals;
    private final Conversation conversation;
    private final BreakGlass breakGlass;
    private final ApprovalInbox inbox;
    private final Substitutes substitutes;
    private final Bulk bulk;
    private final JdbcClient database;
    private final Clock clock;

    @Autowired
    ApprovalTalkTest(Approvals approvals, Conversation conversation, BreakGlass breakGlass, ApprovalInbox inbox,
            Substitutes substitutes, Bulk bulk, JdbcClient database, Clock clock) {
        this.approvals = approvals;
        this.conversation = conversation;
        this.breakGlass = breakGlass;
        this.inbox = inbox;
        this.substitutes = substitutes;
        this.bulk = bulk;
        this.database = database;
        this.clock = clock;
    }

    private List<String> codes(ApprovalId id) {
        return database.sql("select code from audit_entry where target_id = ? and outcome = 'DONE' order by seq")
                .param(id.toString()).query((row, n) -> row.getString("code")).list();
    }

    private boolean has(Box box, Person person, ApprovalId id) {
        return inbox.list(box, person, new PageAsk(0, 500)).items().stream()
                .anyMatch(request -> request.id().equals(id));
    }

    @Test
    void takingIsSeenByAllAndKeepsNobodyFromDeciding() {
        ApprovalId id = approvals.open(Wishes.wish());
        assertThat(conversation.take(id, false, APPROVER).takenBy()).isEqualTo("The approver");
        assertThatThrownBy(() -> conversation.take(id, false, COLLEAGUE)).isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("The approver is on it already");
        assertThatThrownBy(() -> conversation.release(id, COLLEAGUE)).isInstanceOf(Refusal.Conflict.class);
        assertThatThrownBy(() -> conversation.take(id, true, DEVELOPER)).isInstanceOf(Refusal.NotAllowed.class);
        conversation.release(id, APPROVER);
        conversation.take(id, false, COLLEAGUE);
        assertThat(conversation.take(id, true, APPROVER).takenBy()).isEqualTo("The approver");
        assertThatThrownBy(() -> conversation.release(id, COLLEAGUE)).hasMessageContaining("The approver is on it");
        assertThat(approvals.decide(id, Word.APPROVE, "", APPROVER).state()).isEqualTo(ApprovalState.GRANTED);
        assertThat(codes(id)).containsExactly("approval.opened", "approval.taken", "approval.released",
                "approval.taken", "approval.taken", "approval.approved", "approval.granted");
    }

    @Test
    void aQuestionGoesToTheRequesterAndDecidesNothing() {
        ApprovalId id = approvals.open(Wishes.wish());
        assertThatThrownBy(() -> conversation.askBack(id, " ", APPROVER)).isInstanceOf(Refusal.Invalid.class);
        assertThat(conversation.askBack(id, "why today?", APPROVER).standing().questionOpen()).isTrue();
        assertThatThrownBy(() -> conversation.answer(id, "because", APPROVER)).isInstanceOf(Refusal.NotAllowed.class);
        ApprovalView answered = conversation.answer(id, "the fix is in it", DEVELOPER);
        assertThat(answered.state()).isEqualTo(ApprovalState.OPEN);
        assertThat(answered.standing().questionOpen()).isFalse();
        assertThatThrownBy(() -> conversation.answer(id, "and", DEVELOPER)).isInstanceOf(Refusal.Conflict.class);
        assertThat(codes(id)).contains("approval.asked-back", "approval.answered");
    }

    @Test
    void theInboxHoldsWhatOneCanDecideAndNotWhatOneAskedFor() {
        ApprovalId id = approvals.open(Wishes.wish());
        assertThat(has(Box.FOR_ME, APPROVER, id)).isTrue();
        assertThat(has(Box.FOR_ME, DEVELOPER, id)).isFalse();
        assertThat(has(Box.MINE, DEVELOPER, id)).isTrue();
        assertThat(has(Box.FOR_ME, Wishes.person("developer", "prod-approvers"), id)).isFalse();
        assertThat(has(Box.OPEN, TestPeople.VIEWER.person(), id)).isTrue();
        assertThat(has(Box.OPEN, TestPeople.NOBODY.person(), id)).isFalse();

        approvals.decide(id, Word.REJECT, "no", APPROVER);
        assertThat(has(Box.FOR_ME, APPROVER, id)).isFalse();
        assertThat(has(Box.DECIDED, APPROVER, id)).isTrue();
    }

    @Test
    void whoBreaksTheGlassOpensItAloneAndASecondPersonReviews() {
        ApprovalId id = approvals.open(Wishes.wish());
        assertThatThrownBy(() -> breakGlass.open(id, "fire", APPROVER)).isInstanceOf(Refusal.NotAllowed.class)
                .hasMessageContaining("Only platform-admins");
        assertThatThrownBy(() -> breakGlass.open(id, " ", ADMIN)).isInstanceOf(Refusal.Invalid.class);
        Person inSlack = new Person("admin", "admin", "Ada", ADMIN.groups(), ADMIN.teams(),
                new SignedInBy.Slack("T1", "U1"));
        assertThatThrownBy(() -> breakGlass.open(id, "fire", inSlack)).isInstanceOf(Refusal.NotAllowed.class);

        ApprovalView open = breakGlass.open(id, "the shop is down", ADMIN);

        assertThat(open.state()).isEqualTo(ApprovalState.GRANTED);
        assertThat(codes(id)).containsExactly("approval.opened", "approval.broke-glass", "approval.granted");
        assertThat(has(Box.FOR_ME, APPROVER, id)).isTrue();
        assertThat(has(Box.FOR_ME, ADMIN, id)).isFalse();
        assertThatThrownBy(() -> breakGlass.review(id, "fine", ADMIN)).isInstanceOf(Refusal.NotAllowed.class);
        assertThat(breakGlass.review(id, "it was down indeed", APPROVER).history())
                .extracting(ApprovalStep::kind).endsWith(Kind.REVIEWED);
        assertThatThrownBy(() -> breakGlass.review(id, "again", APPROVER)).isInstanceOf(Refusal.Conflict.class);
        assertThat(has(Box.FOR_ME, APPROVER, id)).isFalse();
    }

    @Test
    void whoAskedForItMayBreakTheGlassButNotReview() {
        ApprovalId id = approvals.open(Wishes.wish());
        Person onCall = Wishes.person("developer", "platform-admins");
        assertThatThrownBy(() -> approvals.decide(id, Word.APPROVE, "", onCall)).isInstanceOf(Refusal.NotAllowed.class);
        breakGlass.open(id, "alone at night", onCall);
        assertThatThrownBy(() -> breakGlass.review(id, "all well", onCall)).isInstanceOf(Refusal.NotAllowed.class);
        assertThat(breakGlass.mayReview(approvals.get(id), ADMIN).allowed()).isTrue();
    }

    @Test
    void aSubstituteBringsTheirOwnRightAndCountsForTheGroupsOfWhoIsAway() {
        knows("colleague");
        ApprovalId id = approvals.open(Wishes.wish(UUID.randomUUID().toString(), Wishes.HASH, "prod-west"));
        assertThat(approvals.mayDecide(approvals.get(id), COLLEAGUE).allowed()).isFalse();
        Instant now = clock.instant();
        substitutes.name("colleague", now.minusSeconds(60), now.plus(Duration.ofDays(7)), APPROVER);

        assertThat(approvals.mayDecide(approvals.get(id), Wishes.person("colleague", "viewers")).allowed()).isFalse();
        approvals.decide(id, Word.APPROVE, "", COLLEAGUE);
        assertThat(approvals.get(id).history()).extracting(ApprovalStep::kind).containsExactly(Kind.OPENED,
                Kind.DELEGATED, Kind.APPROVED);
        assertThat(approvals.decide(id, Word.APPROVE, "", ADMIN).state()).isEqualTo(ApprovalState.GRANTED);

        Absence absence = substitutes.of(APPROVER).getFirst();
        substitutes.end(absence.id(), APPROVER);
        assertThat(substitutes.standingFor(COLLEAGUE)).isEmpty();
    }

    @Test
    void anAbsenceNamesSomebodyElseForATimeToCome() {
        knows("colleague");
        Instant now = clock.instant();
        assertThatThrownBy(() -> substitutes.name("nobody", now, now.plusSeconds(60), APPROVER))
                .isInstanceOf(Refusal.Invalid.class).hasMessageContaining("Nobody of that name");
        assertThatThrownBy(() -> substitutes.name("colleague", now, now, APPROVER)).isInstanceOf(Refusal.Invalid.class);
        assertThatThrownBy(() -> substitutes.name("colleague", now, now.plus(Duration.ofDays(365)), APPROVER))
                .isInstanceOf(Refusal.Invalid.class);
        assertThatThrownBy(() -> substitutes.name("colleague", now, now.plusSeconds(60), DEVELOPER))
                .isInstanceOf(Refusal.NotAllowed.class);
    }

    private void knows(String name) {
        database.sql("insert into known_person (subject, username, name, groups, groups_read_at)"
                + " values (?, ?, ?, '{}', now()) on conflict do nothing").params(name, name, "The " + name).update();
    }

    @Test
    void severalAreDecidedTogetherEachForItself() {
        ApprovalId first = approvals.open(Wishes.wish());
        ApprovalId second = approvals.open(Wishes.wish());
        ApprovalId single = approvals.open(Wishes.wish(UUID.randomUUID().toString(), Wishes.HASH, "prod-west"));
        approvals.decide(second, Word.REJECT, "no", ADMIN);

        assertThat(bulk.decide(List.of(first, second, single), Word.APPROVE, "all green", APPROVER))
                .extracting(Bulk.Result::done).containsExactly(true, false, false);
        assertThat(approvals.get(first).state()).isEqualTo(ApprovalState.GRANTED);
        assertThat(approvals.get(single).state()).isEqualTo(ApprovalState.OPEN);
    }
}
