package dev.tiphys.identity;

import static dev.tiphys.testing.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Duration;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import dev.tiphys.testing.PortalTest;
import dev.tiphys.testing.TestPeople;
import dev.tiphys.web.Refusal;

@PortalTest
class ServiceAccountsTest {

    private static final Person ADMIN = TestPeople.ADMIN.person();

    private final MockMvcTester portal;
    private final ServiceAccounts accounts;
    private final ApiTokens tokens;

    @Autowired
    ServiceAccountsTest(MockMvcTester portal, ServiceAccounts accounts, ApiTokens tokens) {
        this.portal = portal;
        this.accounts = accounts;
        this.tokens = tokens;
    }

    @Test
    void itsTokenMayWhatItsGroupsOfNowGive() {
        accounts.create(ADMIN, "releaser", "releases checkout", Set.of("shop-team"));
        String secret = token("releaser", Permission.VIEW, Permission.PROMOTE);
        assertThat(portal.get().uri("/api/v1/me").header("Authorization", "Bearer " + secret)).hasStatusOk().bodyText()
                .contains("\"username\":\"releaser\"", "shop-team", "promote");

        accounts.setGroups(ADMIN, "releaser", Set.of("viewers"));
        assertThat(portal.get().uri("/api/v1/me").header("Authorization", "Bearer " + secret)).bodyText()
                .contains("viewers").doesNotContain("promote");

        accounts.disable(ADMIN, "releaser");
        assertThat(portal.get().uri("/api/v1/me").header("Authorization", "Bearer " + secret)).hasStatus(401);
        assertThat(portal.get().uri("/api/v1/audit?code=service-account&size=50").with(as(TestPeople.ADMIN)))
                .bodyText().contains("service-account.created", "service-account.groups-changed", "shop-team",
                        "viewers",
                        "service-account.disabled");
    }

    @Test
    void neverApproves() {
        accounts.create(ADMIN, "approver-bot", "would like to", Set.of("prod-approvers"));
        assertThatThrownBy(() -> token("approver-bot", Permission.APPROVE)).isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("only people can");
    }

    @ParameterizedTest
    @EnumSource(value = TestPeople.class, names = "ADMIN", mode = EnumSource.Mode.EXCLUDE)
    void areManagedByAdministratorsOnly(TestPeople who) {
        assertThat(portal.get().uri("/api/v1/service-accounts").with(as(who))).hasStatus(403);
        assertThat(portal.get().uri("/settings/service-accounts").with(as(who))).hasStatus(403);
        assertThat(portal.post().uri("/api/v1/service-accounts").contentType(MediaType.APPLICATION_JSON)
                .content("{\"name\":\"mine\",\"purpose\":\"x\",\"groups\":[\"platform-admins\"]}").with(as(who))
                .with(csrf())).hasStatus(403);
    }

    @Test
    void thePageMakesOneAndItsToken() {
        assertThat(portal.post().uri("/settings/service-accounts").param("name", "Bad Name").param("purpose", "x")
                .with(as(TestPeople.ADMIN)).with(csrf())).hasStatus(422).bodyText().contains("lower-case letters");
        assertThat(portal.post().uri("/settings/service-accounts").param("name", "nightly").param("purpose", "at night")
                .param("groups", "shop-team, viewers").with(as(TestPeople.ADMIN)).with(csrf())).hasStatus(303)
                .hasHeader("Location", "/settings/service-accounts/nightly");
        assertThat(portal.post().uri("/settings/service-accounts/nightly/tokens").param("token", "ci")
                .param("permissions", "view").param("days", "30").with(as(TestPeople.ADMIN)).with(csrf()))
                .hasStatusOk().hasHeader("Cache-Control", "no-store").bodyText()
                .containsPattern("tph_[A-Za-z0-9_-]{40,}").contains("shop-team, viewers", "ci");
        assertThat(portal.get().uri("/settings/service-accounts/nightly").with(as(TestPeople.ADMIN))).hasStatusOk()
                .bodyText().contains("ci", "29 d left").doesNotContainPattern("tph_[A-Za-z0-9_-]{40,}");
        assertThat(portal.get().uri("/settings/service-accounts").with(as(TestPeople.ADMIN))).hasStatusOk().bodyText()
                .contains("nightly", "at night");
    }

    private String token(String account, Permission... permissions) {
        return tokens.createFor(ADMIN, account, "ci", Set.of(permissions), Duration.ofDays(1)).secret();
    }
}
