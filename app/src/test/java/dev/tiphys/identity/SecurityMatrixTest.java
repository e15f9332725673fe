package dev.tiphys.identity;

import static dev.tiphys.testing.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.tiphys.testing.PortalTest;
import dev.tiphys.testing.TestPeople;

@PortalTest
class SecurityMatrixTest {

    private final MockMvcTester portal;

    @Autowired
    SecurityMatrixTest(MockMvcTester portal) {
        this.portal = portal;
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            /audit,               NOBODY, 403
            /audit,               VIEWER, 200
            /audit,               DEVELOPER, 200
            /audit,               APPROVER, 200
            /audit,               PROVIDER, 200
            /audit,               ADMIN, 200
            /api/v1/audit,        NOBODY, 403
            /api/v1/audit,        VIEWER, 200
            /api/v1/audit,        DEVELOPER, 200
            /api/v1/audit,        APPROVER, 200
            /api/v1/audit,        ADMIN, 200
            /api/v1/audit/verify, VIEWER, 403
            /api/v1/audit/verify, APPROVER, 200
            /api/v1/me,           NOBODY, 403
            /api/v1/me,           VIEWER, 200
            /api/v1/tokens,       NOBODY, 403
            /api/v1/tokens,       VIEWER, 200
            /v3/api-docs,         NOBODY, 403
            /v3/api-docs,         VIEWER, 200
            """)
    void eachSeesWhatTheirRoleGrants(String path, TestPeople who, int status) {
        assertThat(portal.get().uri(path).with(as(who))).hasStatus(status);
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/audit", "/api/v1/me", "/api/v1/nothing", "/v3/api-docs"})
    void aProgramWithoutTokenGetsAProblemAndNoRedirect(String path) {
        assertThat(portal.get().uri(path)).hasStatus(401).hasContentType("application/problem+json")
                .hasHeader("WWW-Authenticate", "Bearer").bodyJson().extractingPath("$.title")
                .isEqualTo("Not signed in");
    }

    @Test
    void anUnknownTokenIsRefusedAsSuch() {
        assertThat(portal.get().uri("/api/v1/me").header("Authorization", "Bearer tph_sandbox_admin")).hasStatus(401)
                .hasContentType("application/problem+json").bodyText().contains("unknown, expired or revoked");
    }

    @Test
    void aPageLeadsToSignInAndBack() {
        assertThat(portal.get().uri("/audit?q=v5")).hasStatus(303).hasHeader("Location",
                "/sign-in?return=%2Faudit%3Fq%3Dv5");
    }

    @Test
    void aFormOfAnExpiredSessionLeadsToSignInWithAMessage() {
        assertThat(portal.post().uri("/promotions").header("Referer", "http://localhost/promotions/new"))
                .hasStatus(303).hasHeader("Location", "/sign-in?return=%2Fpromotions%2Fnew&why=expired");
    }

    @Test
    void aPageOfAnEndedSessionSaysSo() {
        assertThat(portal.get().uri("/audit").cookie(new Cookie("TIPHYS_SESSION", "Z29uZQ=="))).hasStatus(303)
                .hasHeader("Location", "/sign-in?return=%2Faudit&why=expired");
    }

    @Test
    void htmxIsToldToGoToSignIn() {
        MvcTestResult result = portal.post().uri("/promotions").header("HX-Request", "true")
                .header("HX-Current-URL", "http://localhost/promotions/new").exchange();
        assertThat(result).hasStatus(401).hasHeader("HX-Redirect", "/sign-in?return=%2Fpromotions%2Fnew&why=expired");
    }

    @Test
    void aFormWithoutItsCsrfTokenIsRefused() {
        assertThat(portal.post().uri("/logout").with(as(TestPeople.VIEWER))
                .with(SecurityMockMvcRequestPostProcessors.csrf().useInvalidToken())).hasStatus(403).bodyText()
                .contains("from an earlier session");
    }

    @ParameterizedTest
    @EnumSource(value = TestPeople.class, names = "VIEWER")
    void pagesCarryAStrictPolicy(TestPeople who) {
        MvcTestResult page = portal.get().uri("/nowhere").with(as(who)).exchange();
        assertThat(page.getResponse().getHeader("Content-Security-Policy")).contains("default-src 'none'",
                "script-src 'self';", "style-src 'self';", "frame-ancestors 'none'").doesNotContain("unsafe");
        assertThat(page).hasHeader("X-Content-Type-Options", "nosniff").containsHeader("X-Request-Id");
        assertThat(page).bodyText().doesNotContain("<script>", "style=\"", "onclick=");
    }
}
