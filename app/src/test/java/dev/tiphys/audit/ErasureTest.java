package dev.tiphys.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tiphys.approval.ApprovalId;
import dev.tiphys.approval.ApprovalSubject;
import dev.tiphys.approval.ApprovalView;
import dev.tiphys.approval.ApprovalWish;
import dev.tiphys.approval.Approvals;
import dev.tiphys.identity.Scope;
import dev.tiphys.promotion.PromotionId;
import dev.tiphys.promotion.PromotionView;
import dev.tiphys.promotion.Promotions;
import dev.tiphys.testing.PortalTest;
import dev.tiphys.testing.TestPeople;

/// Whoever is erased is named nowhere any more, and everything else stays.
@PortalTest
class ErasureTest {

    private static final String NAME = "The approver";

    private final AuditErasures erasures;
    private final Approvals approvals;
    private final Promotions promotions;
    private final JdbcClient database;

    @Autowired
    ErasureTest(AuditErasures erasures, Approvals approvals, Promotions promotions, JdbcClient database) {
        this.erasures = erasures;
        this.approvals = approvals;
        this.promotions = promotions;
        this.database = database;
    }

    private UUID promotion() {
        UUID id = UUID.randomUUID();
        String plan = "{\"format\":1,\"service\":\"checkout\",\"version\":\"v5\",\"mechanism\":{\"kind\":\"git\","
                + "\"subject\":\"x\"},\"waves\":[],\"stepImage\":\"image\"}";
        database.sql("""
                insert into promotion (id, service, version, phase, reason, requester, requester_name, plan, plan_hash,
                    manifest, manifest_yaml, hera, namespace, workflow, created_at, finished_at, row_version)
                values (?, 'checkout', 'v5', 'ABORTED', 'Stopped by The approver: no', 'approver', ?, ?, ?, ?, ?, ?, 'argo', ?,
                    now(), now(), 0)
                """).params(id, NAME, plan, "a".repeat(64), "{\"name\":\"requester\",\"value\":\"amara@example.org\"}",
                "    - {name: requester, value: 'amara@example.org'}\n", "    \"requester\": \"amara@example.org\",\n",
                id.toString()).update();
        database.sql("""
                insert into promotion_wave (promotion, name, position, phase, gate_node) values (?, 'dev', 0, 'RUNNING', '')
                """).param(id).update();
        database.sql("""
                insert into promotion_target (promotion, application, wave, position, phase, step, reason, pod, ask_node,
                    attempt) values (?, 'a/b', 'dev', 0, 'SKIPPED', '', 'skipped by The approver: no', '', '', 1)
                """).param(id).update();
        database.sql("""
                insert into promotion_transition (promotion, position, at, who, phase_before, phase_after, why)
                values (?, 0, now(), ?, null, 'PLANNED', 'started')
                """).params(id, NAME).update();
        database.sql("""
                insert into promotion_decision (id, promotion, kind, subject, node, decision, reason, by_subject, by_name, at)
                values (?, ?, 'stop', '', 'stop', 'stop', 'no', 'approver', ?, now())
                """).params(UUID.randomUUID(), id, NAME).update();
        return id;
    }

    private ApprovalId approval(String requester, String requesterName) {
        ApprovalSubject subject = new ApprovalSubject(ApprovalSubject.Kind.CATALOG_ORDER, UUID.randomUUID().toString(),
                "");
        return approvals.open(new ApprovalWish(subject, "b".repeat(64), "an order", List.of(), "",
                Scope.service("checkout", "shop").in("prod-east"),
                new ApprovalWish.Requester(requester, requesterName), "/"));
    }

    @Test
    void theNameGoesEverywhereAtOnceAndTheIdStays() {
        database.sql("""
                insert into known_person (subject, username, name, groups, groups_read_at)
                values ('approver', 'amara@example.org', ?, '{viewers}', now())
                """).param(NAME).update();
        database.sql("""
                insert into slack_account (team, user_id, user_name, subject, person_name, linked_at)
                values ('T1', 'U1', 'amara', 'approver', ?, now())
                """).param(NAME).update();
        database.sql("""
                insert into announced_version (service, version, revision, links, announced_at, announced_by)
                values ('checkout', 'v5', '', '{}', now(), ?)
                """).param(NAME).update();
        UUID promotion = promotion();
        ApprovalId asked = approval("approver", NAME);
        ApprovalId decided = approval("developer", "The developer");
        approvals.decide(decided, Approvals.Word.APPROVE, "", TestPeople.APPROVER.person());

        assertThat(erasures.erase("approver", "they asked", TestPeople.ADMIN.person())).isPositive();

        PromotionView shown = promotions.get(new PromotionId(promotion));
        assertThat(shown.requester()).matches("Erased person \\d+");
        assertThat(shown.reason()).isEqualTo("Stopped by " + shown.requester() + ": no");
        assertThat(promotions.listDecisions(shown.id())).allSatisfy(decision -> {
            assertThat(decision.byName()).isEqualTo(shown.requester());
            assertThat(decision.bySubject()).isEqualTo("approver");
        });
        assertThat(promotions.listTransitions(shown.id())).allSatisfy(
                step -> assertThat(step.who()).isEqualTo(shown.requester()));
        assertThat(approvals.get(asked).wish().requester())
                .isEqualTo(new ApprovalWish.Requester("approver", shown.requester()));
        assertThat(approvals.get(decided)).satisfies(request -> {
            assertThat(request.state().name()).isEqualTo("GRANTED");
            assertThat(request.standing().votes()).extracting(ApprovalView.Vote::name)
                    .containsExactly(shown.requester());
            assertThat(request.wish().requester().name()).isEqualTo("The developer");
        });
        assertThat(promotions.getManifest(shown.id())).matches(" +- \\{name: requester, value: erased-person-\\d+}\n");
        assertThat(promotions.getHera(shown.id())).matches(" +\"requester\": \"erased-person-\\d+\",\n");
        assertThat(everythingIn("known_person", "slack_account", "promotion", "promotion_transition",
                "promotion_decision", "promotion_target", "announced_version", "approval_request", "approval_step",
                "approval_vote", "audit_personal",
                "audit_entry", "api_token", "signed_in_session")).doesNotContain(NAME, "amara");
    }

    private String everythingIn(String... tables) {
        StringBuilder all = new StringBuilder();
        for (String table : tables) {
            all.append(database.sql("select coalesce(string_agg(t::text, ' '), '') from " + table + " t")
                    .query(String.class).single());
        }
        return all.toString();
    }

    @Test
    void whatWasAskedStaysOtherwise() {
        ApprovalId asked = approval("developer", "The developer");
        assertThat(catchThrowable(() -> database.sql("""
                update approval_request set wish = jsonb_set(wish::jsonb, '{title}', '"something else"')::text
                where id = ?""").param(asked.value()).update())).hasMessageContaining("what was asked stays");
    }
}
