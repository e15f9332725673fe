package dev.tiphys.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import dev.tiphys.identity.EmergencyCommand;
import dev.tiphys.sandbox.SandboxEndpoints;

/// What becomes of rights when the provider takes them away, or is away itself.
@ScenarioTest
@TestPropertySource(properties = {"tiphys.identity.fresh-sign-in[0].permissions=approve",
        "tiphys.identity.fresh-sign-in[0].environments=prod-*", "tiphys.identity.fresh-sign-in[0].max-age=2s"})
class ConfirmationScenariosTest {

    private static final String DOWN = """
            {"kind": "answer", "path": "/oidc/*", "status": 503}""";

    private final Story story;
    private final JdbcClient database;
    private final Browser browser;

    @Autowired
    ConfirmationScenariosTest(Story story, JdbcClient database) {
        this.story = story;
        this.database = database;
        this.browser = new Browser(URI.create("http://localhost:" + story.portal().getPort()));
    }

    @AfterEach
    void giveBack() {
        atProvider("developer", "{\"groups\": [\"payments-team\", \"shop-team\"], \"disabled\": false}");
    }

    private void atProvider(String user, String change) {
        SandboxEndpoints endpoints = story.fleet().endpoints();
        new Http(endpoints.oidcIssuer(), Map.of("Content-Type", "application/json")).post("/people/" + user, change)
                .good();
    }

    /// As if that much time had passed since the provider was asked.
    private void later(String interval) {
        database.sql("update known_person set groups_read_at = groups_read_at - ?::interval").param(interval).update();
    }

    private HttpResponse<String> decide() {
        return browser.post("/promotions/00000000-0000-7000-8000-000000000000/targets/payments-dev/decision",
                "decision=skip&reason=x");
    }

    @Test
    void whoLeavesAGroupLosesItsRightAtTheNextDecision() {
        browser.signIn("developer", "/settings/sessions");
        assertThat(decide().statusCode()).isEqualTo(404);

        atProvider("developer", "{\"groups\": [\"viewers\"]}");
        decide();

        String me = browser.get("/api/v1/me").body();
        assertThat(me).contains("viewers").doesNotContain("payments-team", "promote");
        assertThat(Http.as(story.portal(), "tph_sandbox_admin").get("/api/v1/audit?code=person.groups-changed").good()
                .toString()).contains("payments-team, shop-team", "viewers");
    }

    @Test
    void andWithoutADecisionAfterAQuarterOfAnHour() {
        browser.signIn("developer", "/settings/sessions");
        atProvider("developer", "{\"groups\": [\"viewers\"]}");
        assertThat(browser.get("/api/v1/me").body()).contains("payments-team");
        later("14 minutes");
        assertThat(browser.get("/api/v1/me").body()).contains("payments-team");
        later("2 minutes");
        assertThat(browser.get("/api/v1/me").body()).contains("viewers").doesNotContain("payments-team");
    }

    @Test
    void whoIsDisabledIsOutAndSoAreTheirTokens() {
        browser.signIn("developer", "/settings/sessions");
        String token = madeToken();
        Http program = Http.as(story.portal(), token);
        assertThat(program.get("/api/v1/me").status()).isEqualTo(200);
        atProvider("developer", "{\"disabled\": true}");
        later("16 minutes");

        HttpResponse<String> page = browser.get("/settings/sessions");
        Http.Answer refused = program.get("/api/v1/me");

        assertThat(page.headers().firstValue("Location").orElseThrow()).contains("why=confirm");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.detail()).contains("no longer vouches for developer",
                "The token works again once its owner has signed in");
        assertThat(browser.signIn("developer", "/settings/sessions").path()).contains("why=refused");

        atProvider("developer", "{\"disabled\": false}");
        browser.signIn("developer", "/settings/sessions");
        assertThat(program.get("/api/v1/me").status()).isEqualTo(200);
    }

    private String madeToken() {
        HttpResponse<String> made = browser.post("/settings/tokens", "name=ci&permissions=view&days=3");
        Matcher secret = Pattern.compile("tph_[A-Za-z0-9_-]{40,}").matcher(made.body());
        assertThat(secret.find()).as(made.body()).isTrue();
        assertThat(browser.open("/settings/tokens").text()).contains("ci").doesNotContain(secret.group());
        return secret.group();
    }

    @Test
    void aProviderThatIsDownIsDoneWithoutForAnHour() {
        browser.signIn("developer", "/settings/sessions");
        Http program = Http.as(story.portal(), madeToken());
        try (FleetLevers.Fault fault = story.fleet().fault(DOWN)) {
            assertThat(fault).isNotNull();
            later("50 minutes");
            assertThat(browser.get("/settings/sessions").statusCode()).isEqualTo(200);
            assertThat(program.get("/api/v1/me").status()).isEqualTo(200);
            HttpResponse<String> decision = decide();
            assertThat(decision.statusCode()).isEqualTo(403);
            assertThat(decision.body()).contains("does not answer", "emergency session");

            later("20 minutes");
            HttpResponse<String> page = browser.get("/settings/sessions");
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.body()).contains("does not answer", "60 minutes");
            assertThat(program.get("/api/v1/me")).satisfies(answer -> {
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.detail()).contains("does not answer");
            });
        }
        await("the provider is asked again").atMost(Duration.ofSeconds(20))
                .until(() -> browser.get("/settings/sessions").statusCode() == 200);
    }

    @Test
    void someDecisionsWantAFreshSignIn() {
        browser.signIn("approver", "/settings/sessions");
        String path = "/promotions/00000000-0000-7000-8000-000000000000/approval";
        await("the sign-in has aged").atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(
                browser.post(path, "wave=prod-east&decision=approve").headers().firstValue("Location").orElse(""))
                .contains("return=%2Fsettings%2Fsessions", "why=fresh"));
        assertThat(browser.post(path, "wave=stage&decision=approve").statusCode()).isEqualTo(404);
        assertThat(browser.open("/sign-in?why=fresh&return=/settings/sessions").text()).contains("fresh sign-in",
                "/oauth2/authorization/tiphys?fresh=true");
        assertThat(browser.get("/oauth2/authorization/tiphys?fresh=true").headers().firstValue("Location")
                .orElseThrow()).contains("prompt=login", "max_age=0", "code_challenge=");
        assertThat(Http.as(story.portal(), "tph_sandbox_approver")
                .post("/api/v1/promotions/00000000-0000-7000-8000-000000000000/approval",
                        "{\"wave\": \"prod-east\", \"decision\": \"approve\"}")
                .detail())
                .contains("Do it on the portal's page");
        browser.signIn("approver", "/settings/sessions");
        assertThat(browser.post(path, "wave=prod-east&decision=approve").statusCode()).isEqualTo(404);
    }

    @Test
    void anEmergencySessionIsMintedOnThePodBegunOnceAndOnRecord(@Autowired Environment environment) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        int code = EmergencyCommand.run(
                List.of("--name", "Ada Moreau", "--reason", "the provider is down", "--groups", "platform-admins",
                        "--spring.datasource.url=" + environment.getProperty("spring.datasource.url"),
                        "--spring.datasource.username=" + environment.getProperty("spring.datasource.username"),
                        "--tiphys.public-url=http://localhost:" + story.portal().getPort()),
                new PrintStream(printed, true, StandardCharsets.UTF_8), System.err);
        String text = printed.toString(StandardCharsets.UTF_8);
        assertThat(code).isZero();
        Matcher link = Pattern.compile("http://localhost:\\d+(/emergency/\\S+)").matcher(text);
        assertThat(link.find()).as(text).isTrue();
        String path = link.group(1);
        assertThat(browser.open(path).text()).contains("Ada Moreau", "the provider is down", "platform-admins");
        assertThat(browser.open(path).status()).isEqualTo(200);

        try (FleetLevers.Fault fault = story.fleet().fault(DOWN)) {
            assertThat(fault).isNotNull();
            assertThat(browser.post(path, "", path).statusCode()).isEqualTo(303);
            assertThat(browser.get("/api/v1/me").body()).contains("emergency session", "administer");
            assertThat(decide().statusCode()).isEqualTo(404);
        }
        Browser second = new Browser(URI.create("http://localhost:" + story.portal().getPort()));
        assertThat(second.open(path).status()).isEqualTo(404);
        String record = Http.as(story.portal(), "tph_sandbox_admin").get("/api/v1/audit?code=emergency&size=50").good()
                .toString();
        assertThat(record).contains("emergency.minted", "emergency.begun", "the provider is down", "Ada Moreau");
    }
}
