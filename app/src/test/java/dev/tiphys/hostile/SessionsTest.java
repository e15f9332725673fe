package dev.tiphys.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.tiphys.hostile.RawHttp.Reply;

/// A session belongs to whoever signed in, from then until they sign out, and to nobody else.
@ExtendWith(HostileStage.Curtain.class)
@Timeout(120)
class SessionsTest {

    private static final String COOKIE = "TIPHYS_SESSION";

    @Test
    void signingInChangesTheSession(HostileStage stage) throws Exception {
        Caller victim = Caller.stranger(stage.portal());
        victim.get("/sign-in?return=/fleet");
        String planted = victim.cookie(COOKIE);
        assertThat(planted).isNotEmpty();
        victim.signIn("developer");
        assertThat(victim.cookie(COOKIE)).isNotEqualTo(planted);
        assertThat(victim.isSignedIn()).isTrue();

        Caller attacker = Caller.stranger(stage.portal());
        attacker.setCookie(COOKIE, planted);
        assertThat(attacker.isSignedIn()).isFalse();
    }

    @Test
    void aSessionOfOnesOwnMakingIsNotTaken(HostileStage stage) throws Exception {
        Caller attacker = Caller.stranger(stage.portal());
        attacker.setCookie(COOKIE, "MDE5N2EwMDAtMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAw");
        attacker.get("/sign-in?return=/fleet");
        assertThat(attacker.cookie(COOKIE)).isNotEqualTo("MDE5N2EwMDAtMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAw");
        assertThat(attacker.get("/promotions;" + COOKIE + "=abc").status()).isEqualTo(400);
    }

    @Test
    void signingOutKillsTheSessionForEveryCopyOfIt(HostileStage stage) throws Exception {
        Caller person = Caller.browser(stage.portal(), "viewer");
        Caller thief = Caller.stranger(stage.portal());
        thief.setCookie(COOKIE, person.cookie(COOKIE));
        assertThat(thief.isSignedIn()).isTrue();
        assertThat(person.post("/logout", Map.of("_csrf", "forged")).status()).isIn(302, 303, 403);
        person = Caller.browser(stage.portal(), "viewer");
        thief.setCookie(COOKIE, person.cookie(COOKIE));
        Reply out = person.post("/logout", Map.of("_csrf", person.csrf()));
        assertThat(out.status()).isIn(302, 303);
        assertThat(person.isSignedIn()).isFalse();
        assertThat(thief.isSignedIn()).isFalse();
    }

    @Test
    void theCookieIsOutOfReachAndStaysOnThisSite(HostileStage stage) throws Exception {
        Reply plain = Caller.stranger(stage.portal()).get("/sign-in?return=/fleet");
        assertThat(plain.header("Set-Cookie").orElseThrow()).contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Secure", "Domain");
        Reply behindHttps = Caller.stranger(stage.portal()).send("GET", "/sign-in?return=/fleet",
                "X-Forwarded-Proto: https\r\n", "");
        assertThat(behindHttps.header("Set-Cookie").orElseThrow()).contains("HttpOnly", "SameSite=Lax", "Secure");
        assertThat(plain.header("Cache-Control").orElse("")).contains("no-store");
    }

    @Test
    void signingInLeadsNowhereElse(HostileStage stage) throws Exception {
        List<String> places = Payloads.places();
        assertThat(places).hasSizeGreaterThan(15);
        for (String place : places) {
            Caller caller = Caller.stranger(stage.portal());
            Reply sent = caller.get("/sign-in?return=" + Caller.encode(place));
            assertThat(Harmless.complaints(sent)).as(place).isEmpty();
            Reply landed = caller.signIn("viewer");
            String location = landed.header("Location").orElse("/");
            assertThat(location).as(place).startsWith("/").doesNotStartWith("//").doesNotStartWith("/\\");
            assertThat(location).as(place).doesNotContain("\t", "\r", "\n");
        }
    }
}
