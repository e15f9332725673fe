package dev.tiphys.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Sign-in, its sessions and their ends, in browsers that talk to the portal and to the provider over HTTP.
@ScenarioTest
class SessionScenariosTest {

    private final Story story;
    private final JdbcClient database;
    private final Browser browser;

    @Autowired
    SessionScenariosTest(Story story, JdbcClient database) {
        this.story = story;
        this.database = database;
        this.browser = another();
    }

    private Browser another() {
        return new Browser(URI.create("http://localhost:" + story.portal().getPort()));
    }

    @Test
    void signingInLeadsBackAndGivesTheSessionAnotherName() {
        HttpResponse<String> before = browser.get("/sign-in?return=%2Fsettings%2Ftokens");
        String planted = browser.sessionCookie().orElseThrow();
        assertThat(before.statusCode()).isIn(302, 303);

        Browser.Page page = browser.signIn("developer", "/settings/tokens");

        assertThat(page.path()).isEqualTo("/settings/tokens");
        assertThat(page.text()).contains("Deniz Aksoy");
        assertThat(browser.sessionCookie().orElseThrow()).isNotEqualTo(planted);
        Browser thief = another();
        assertThat(thief.at(URI.create("http://localhost:" + story.portal().getPort() + "/settings/tokens"))
                .statusCode()).isEqualTo(303);
        assertThat(Http.as(story.portal(), "x").get("/api/v1/me").status()).isEqualTo(401);
        assertThat(plantedSessionIsSignedIn(planted)).isFalse();
    }

    private boolean plantedSessionIsSignedIn(String cookie) {
        Http http = new Http(story.portal(), java.util.Map.of("Cookie", "TIPHYS_SESSION=" + cookie));
        return http.get("/api/v1/me").status() == 200;
    }

    @Test
    void aPersonSignsOutElsewhere() {
        Browser other = another();
        browser.signIn("provider", "/settings/sessions");
        other.signIn("provider", "/settings/sessions");
        String page = browser.open("/settings/sessions").text();
        assertThat(page).contains("Firefox on Linux", "This one", "Sign out elsewhere");
        JsonNode listed = Http.as(story.portal(), "tph_sandbox_provider").get("/api/v1/sessions").good();
        assertThat(listed.path("total").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(listed.toString()).doesNotContain(browser.sessionCookie().orElseThrow());

        assertThat(browser.post("/settings/sessions/others/end", "").statusCode()).isEqualTo(303);

        assertThat(other.get("/settings/sessions").statusCode()).isEqualTo(303);
        assertThat(browser.get("/settings/sessions").statusCode()).isEqualTo(200);
        assertThat(browser.open("/settings/sessions").text()).doesNotContain("Sign out elsewhere");
    }

    @Test
    void anAdministratorEndsTheSessionsOfAnotherAndNobodyElseDoes() {
        browser.signIn("viewer", "/settings/sessions");
        Http developer = Http.as(story.portal(), "tph_sandbox_developer");
        Http admin = Http.as(story.portal(), "tph_sandbox_admin");
        assertThat(developer.get("/api/v1/sessions?all=true").status()).isEqualTo(403);
        assertThat(developer.delete("/api/v1/sessions?username=viewer").status()).isEqualTo(403);
        String id = firstOf(admin.get("/api/v1/sessions?all=true&size=100").good(), "viewer");
        assertThat(developer.delete("/api/v1/sessions/" + id).status()).isEqualTo(404);

        assertThat(admin.delete("/api/v1/sessions/" + id).status()).isEqualTo(204);

        assertThat(browser.get("/settings/sessions").statusCode()).isEqualTo(303);
        assertThat(admin.get("/api/v1/audit?code=session.ended-by-administrator").good().toString())
                .contains("viewer");
    }

    private static String firstOf(JsonNode sessions, String username) {
        return sessions.path("items").valueStream()
                .filter(session -> session.path("username").asString().equals(username)).findFirst().orElseThrow()
                .path("id").asString();
    }

    @Test
    void signingOutHereSignsOutAtTheProviderAndLeadsBack() {
        browser.signIn("provider", "/settings/sessions");

        HttpResponse<String> out = browser.post("/logout", "");

        String provider = out.headers().firstValue("Location").orElseThrow();
        assertThat(provider).contains("/oidc/end_session", "id_token_hint=", "post_logout_redirect_uri=");
        HttpResponse<String> back = browser.at(URI.create(provider));
        assertThat(back.headers().firstValue("Location")).hasValueSatisfying(
                address -> assertThat(address).endsWith("/sign-in?why=out").startsWith("http://localhost:"));
        assertThat(browser.get("/settings/sessions").statusCode()).isEqualTo(303);
    }

    @Test
    void signingOutAtTheProviderEndsTheSessionHereAndNoOther() {
        Browser other = another();
        browser.signIn("provider", "/settings/sessions");
        other.signIn("provider", "/settings/sessions");

        assertThat(browser.at(story.fleet().endpoints().oidcIssuer().resolve("/oidc/end_session")).statusCode())
                .isEqualTo(200);

        await("the back channel").atMost(Duration.ofSeconds(10))
                .until(() -> browser.get("/settings/sessions").statusCode() == 303);
        assertThat(other.get("/settings/sessions").statusCode()).isEqualTo(200);
        assertThat(Http.as(story.portal(), "tph_sandbox_admin").get("/api/v1/audit?code=session.ended-by-provider")
                .good().toString()).contains("provider");
    }

    @Test
    void aForgedLogoutTokenEndsNothing() {
        browser.signIn("provider", "/settings/sessions");
        Http.Answer refused = new Http(story.portal(),
                java.util.Map.of("Content-Type", "application/x-www-form-urlencoded"))
                .post("/logout/connect/back-channel/tiphys",
                        "logout_token=eyJhbGciOiJub25lIn0.eyJzdWIiOiJwcm92aWRlciJ9.");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(browser.get("/settings/sessions").statusCode()).isEqualTo(200);
    }

    @Test
    void aSessionEndsADayAfterItsSignInHoweverMuchItIsUsed() {
        browser.signIn("provider", "/settings/sessions");
        database.sql("update spring_session set creation_time = creation_time - 90000000").update();
        database.sql("delete from spring_session_attributes where attribute_name = 'tiphys.signed-in-at'").update();

        HttpResponse<String> answer = browser.get("/settings/sessions");

        assertThat(answer.headers().firstValue("Location")).hasValueSatisfying(
                address -> assertThat(address).contains("/sign-in?return=%2Fsettings%2Fsessions", "why=expired"));
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void aForgedHostLeadsNobodyAway() {
        Http forged = new Http(story.portal(), java.util.Map.of("X-Forwarded-Host", "evil.example",
                "X-Forwarded-Proto", "https", "Forwarded", "host=evil.example"));
        for (String path : new String[]{"/sign-in?return=https://evil.example", "/promotions", "/settings/sessions"}) {
            Http.Answer answer = forged.get(path);
            assertThat(answer.text()).as(path).doesNotContain("evil.example");
        }
        HttpResponse<String> toProvider = browser.get("/oauth2/authorization/tiphys");
        assertThat(toProvider.headers().firstValue("Location").orElseThrow())
                .contains("redirect_uri=http://localhost:" + story.portal().getPort() + "/login/oauth2/code/tiphys");
        assertThat(browser.get("/settings/tokens").headers().firstValue("Location").orElseThrow())
                .startsWith("/sign-in");
    }
}
