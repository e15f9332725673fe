package dev.tiphys.audit.web;

import static dev.tiphys.testing.TestPeople.ADMIN;
import static dev.tiphys.testing.TestPeople.APPROVER;
import static dev.tiphys.testing.TestPeople.DEVELOPER;
import static dev.tiphys.testing.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Scope;
import dev.tiphys.testing.PortalTest;
import dev.tiphys.testing.TestPeople;

@PortalTest
class AuditPagesTest {

    private final MockMvcTester portal;
    private final ApplicationEventPublisher events;

    @Autowired
    AuditPagesTest(MockMvcTester portal, ApplicationEventPublisher events) {
        this.portal = portal;
        this.events = events;
    }

    @BeforeEach
    void somethingHappened() {
        events.publishEvent(ActionTaken.by(DEVELOPER.person(), "promotion.started", "promotion", "p-checkout")
                .change("v4", "v5").about(Scope.service("checkout", "shop").in("dev")));
        events.publishEvent(ActionTaken.by(ADMIN.person(), "token.created", "token", "ci-secret-token"));
    }

    private org.assertj.core.api.AbstractStringAssert<?> page(String address, TestPeople who) {
        return assertThat(portal.get().uri(address).with(as(who))).hasStatusOk().bodyText();
    }

    @Test
    void whoMayReadTheLogSeesAllOfIt() {
        page("/audit", APPROVER).contains("p-checkout", "ci-secret-token", "The developer");
    }

    @Test
    void othersSeeWhatConcernsTheirServices() {
        page("/audit", DEVELOPER).contains("p-checkout").doesNotContain("ci-secret-token", "Verify now");
        page("/api/v1/audit", DEVELOPER).contains("p-checkout").doesNotContain("ci-secret-token");
        page("/api/v1/audit/export", DEVELOPER).contains("p-checkout").doesNotContain("ci-secret-token");
    }

    @Test
    void aSearchFinds() {
        page("/audit?service=checkout&code=promotion&actor=The developer", ADMIN).contains("p-checkout")
                .doesNotContain("ci-secret-token");
        page("/audit?until=2020-01-01", ADMIN).contains("No entry matches");
        assertThat(portal.get().uri("/api/v1/audit?since=yesterday").with(as(ADMIN))).hasStatus(422);
        assertThat(portal.get().uri("/api/v1/audit?before=x").with(as(ADMIN))).hasStatus(422);
    }

    @Test
    void anExportIsOnRecordAndGoesOnFromACursor() {
        page("/api/v1/audit/export?format=csv&code=promotion", ADMIN).startsWith("seq,at,code").contains("p-checkout");
        page("/api/v1/audit?code=audit.exported", ADMIN).contains("code=promotion");
        page("/api/v1/audit/export?after=1", ADMIN).doesNotContain("\"seq\":1,");
        page("/api/v1/audit/export?format=ocsf", ADMIN).contains("\"class_uid\":6003");
        assertThat(portal.get().uri("/api/v1/audit/export?format=xml").with(as(ADMIN))).hasStatus(422);
    }

    @Test
    void theChainIsVerifiedOnDemand() {
        page("/audit?verify=true", ADMIN).contains("Verified up to #", "not anchored outside");
        assertThat(portal.get().uri("/api/v1/audit/verify").with(as(ADMIN))).hasStatusOk().bodyJson()
                .extractingPath("$.ok").isEqualTo(true);
    }

    @Test
    void anAdministratorErasesANameAndTheChainStillHolds() {
        assertThat(portal.post().uri("/api/v1/audit/erasures").with(as(APPROVER)).with(csrf())
                .contentType(MediaType.APPLICATION_JSON).content("""
                        {"subject": "developer", "reason": "asked to"}""")).hasStatus(403);
        assertThat(portal.post().uri("/audit/erasures").with(as(ADMIN)).with(csrf()).param("subject", "developer")
                .param("reason", "ticket 4711")).hasStatus(303);
        page("/api/v1/audit?actor=developer", ADMIN).contains("p-checkout", "\"name\":null")
                .doesNotContain("The developer");
        page("/audit?code=audit.erased", ADMIN).contains("ticket 4711", "audit.erased");
        assertThat(portal.get().uri("/api/v1/audit/verify").with(as(ADMIN))).bodyJson().extractingPath("$.ok")
                .isEqualTo(true);
    }
}
