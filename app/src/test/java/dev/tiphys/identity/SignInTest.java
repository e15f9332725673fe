package dev.tiphys.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.tiphys.testing.PortalTest;

/// The provider of the tests does not answer, so the portal started without it.
@PortalTest
class SignInTest {

    private final MockMvcTester portal;

    @Autowired
    SignInTest(MockMvcTester portal) {
        this.portal = portal;
    }

    @Test
    void saysThatTheProviderIsDownAndOffersAnotherTry() {
        assertThat(portal.get().uri("/sign-in")).hasStatus(503).bodyText().contains("not reachable", "Try again");
    }

    @Test
    void saysWhyAPersonIsBack() {
        assertThat(portal.get().uri("/sign-in?why=expired")).bodyText().contains("Your session has ended");
    }

    @Test
    void theSessionCookieIsThePortalsOwnAndStaysOnThisSite() {
        MvcTestResult page = portal.get().uri("/sign-in?return=/audit").exchange();
        assertThat(page.getResponse().getHeader("Set-Cookie")).startsWith("TIPHYS_SESSION=").contains("HttpOnly",
                "SameSite=Lax");
    }

    @Test
    void asksTheProviderToSendASignOutAgainThatCannotBeChecked() {
        assertThat(portal.post().uri("/logout/connect/back-channel/tiphys")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED).content("logout_token=a.b.c")).hasStatus(503)
                .hasHeader("Retry-After", "30").hasHeader("Cache-Control", "no-store").bodyJson()
                .extractingPath("$.error").isEqualTo("temporarily_unavailable");
    }

    @Test
    void doesNotShowTheNavigationToStrangers() {
        assertThat(portal.get().uri("/sign-in")).bodyText().doesNotContain("/audit");
    }
}
