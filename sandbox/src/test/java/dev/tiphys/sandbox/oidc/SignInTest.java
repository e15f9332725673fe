package dev.tiphys.sandbox.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.tiphys.sandbox.Http;
import dev.tiphys.sandbox.http.SandboxServer;

class SignInTest {

    private static final String BACK = "http://localhost:8080/login/oauth2/code/tiphys";
    private static final String VERIFIER = "a-verifier-of-forty-three-characters-or-more-0";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    private SandboxServer server;
    private String issuer;

    @BeforeEach
    void start() throws Exception {
        server = new SandboxServer(InetAddress.getLoopbackAddress(), 0);
        RelyingParty client = new RelyingParty("tiphys", "secret");
        client.addRedirectUri(URI.create(BACK));
        client.addSignedOutUri(URI.create("http://localhost:8080/"));
        InstantSource time = now::get;
        OidcSandbox.install(server, client, time.withZone(ZoneOffset.UTC));
        server.start();
        issuer = server.baseUri() + "/oidc";
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static Map<String, String> request() throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
        return new HashMap<>(Map.of("response_type", "code", "client_id", "tiphys", "redirect_uri", BACK, "scope",
                "openid profile", "state", "st&te", "nonce", "n0nce", "code_challenge_method", "S256",
                "code_challenge", Base64.getUrlEncoder().withoutPadding().encodeToString(digest)));
    }

    private HttpResponse<String> authorize(Map<String, String> request) throws Exception {
        return Http.get(issuer + "/authorize?" + Http.query(request));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private String signIn(String user) throws Exception {
        Map<String, String> form = request();
        form.put("user", user);
        HttpResponse<String> answer = Http.post(issuer + "/authorize", form);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(location(answer)).startsWith(BACK + "?code=").endsWith("&state=st%26te");
        return location(answer).replaceAll(".*code=([^&]+).*", "$1");
    }

    private HttpResponse<String> redeem(String code, String verifier) throws Exception {
        String basic = Base64.getEncoder().encodeToString("tiphys:secret".getBytes(StandardCharsets.UTF_8));
        return Http.post(issuer + "/token", Map.of("grant_type", "authorization_code", "code", code, "redirect_uri",
                BACK, "code_verifier", verifier), "Authorization", "Basic " + basic);
    }

    @Test
    void leadsFromThePageToSignedTokens() throws Exception {
        assertThat(authorize(request()).body()).contains("Sandbox sign-in", "value=\"approver\"");
        HttpResponse<String> answer = redeem(signIn("developer"), VERIFIER);
        assertThat(answer.statusCode()).isEqualTo(200);
        SignedJWT token = SignedJWT.parse(Http.read(answer).path("id_token").asString());
        JWKSet keys = JWKSet.parse(Http.get(issuer + "/jwks").body());
        assertThat(token.verify(new RSASSAVerifier(keys.getKeys().getFirst().toRSAKey()))).isTrue();
        assertThat(token.getJWTClaimsSet().getClaims()).containsEntry("iss", issuer).containsEntry("nonce", "n0nce")
                .containsEntry("preferred_username", "developer").containsEntry("name", "Deniz Aksoy");
        assertThat(token.getJWTClaimsSet().getStringListClaim("groups")).containsExactly("payments-team", "shop-team");
        HttpResponse<String> userInfo = Http.get(issuer + "/userinfo", "Authorization",
                "Bearer " + Http.read(answer).path("access_token").asString());
        assertThat(Http.read(userInfo).path("email").asString()).isEqualTo("developer@tiphys.example");
    }

    @Test
    void publishesWhereEverythingIs() throws Exception {
        var document = Http.read(Http.get(issuer + "/.well-known/openid-configuration"));
        assertThat(document.path("issuer").asString()).isEqualTo(issuer);
        assertThat(document.path("end_session_endpoint").asString()).isEqualTo(issuer + "/end_session");
    }

    @Test
    void takesALoginHintAtItsWord() throws Exception {
        Map<String, String> request = request();
        request.put("login_hint", "viewer");
        assertThat(location(authorize(request))).contains("code=");
    }

    @Test
    void redeemsACodeOnceAndOnlyWithItsVerifier() throws Exception {
        String stolen = signIn("admin");
        assertThat(redeem(stolen, "wrong").body()).contains("invalid_grant");
        assertThat(redeem(stolen, VERIFIER).body()).contains("invalid_grant");
        String good = signIn("admin");
        assertThat(redeem(good, VERIFIER).statusCode()).isEqualTo(200);
        assertThat(redeem(good, VERIFIER).body()).contains("invalid_grant");
    }

    @Test
    void forgetsACodeAfterAMinute() throws Exception {
        String code = signIn("admin");
        now.updateAndGet(instant -> instant.plus(Duration.ofSeconds(61)));
        assertThat(redeem(code, VERIFIER).body()).contains("invalid_grant");
    }

    @Test
    void knowsItsClientByTheSecret() throws Exception {
        HttpResponse<String> answer = Http.post(issuer + "/token",
                Map.of("client_id", "tiphys", "client_secret", "guess"));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("invalid_client");
    }

    @Test
    void sendsNothingToAnAddressThatIsNotListed() throws Exception {
        Map<String, String> request = request();
        request.put("redirect_uri", BACK + "/..");
        HttpResponse<String> answer = authorize(request);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(location(answer)).isEmpty();
    }

    @Test
    void tellsThePortalWhatIsWrongWithItsRequest() throws Exception {
        Map<String, String> request = request();
        request.put("response_type", "token");
        assertThat(location(authorize(request))).startsWith(BACK + "?error=unsupported_response_type")
                .endsWith("&state=st%26te");
    }

    @Test
    void answersASilentRequestFromTheSessionAlone() throws Exception {
        Map<String, String> request = request();
        request.put("prompt", "none");
        assertThat(location(authorize(request))).contains("error=login_required");
        Map<String, String> form = request();
        form.put("user", "viewer");
        String cookie = Http.post(issuer + "/authorize", form).headers().firstValue("Set-Cookie").orElseThrow();
        HttpResponse<String> silent = Http.get(issuer + "/authorize?" + Http.query(request), "Cookie",
                cookie.substring(0, cookie.indexOf(';')));
        assertThat(location(silent)).contains("code=");
    }

    @Test
    void leadsBackToThePortalAfterASignOut() throws Exception {
        String known = issuer + "/end_session?post_logout_redirect_uri=http%3A%2F%2Flocalhost%3A8080%2F";
        assertThat(location(Http.get(known))).isEqualTo("http://localhost:8080/");
        String unknown = issuer + "/end_session?post_logout_redirect_uri=http%3A%2F%2Felsewhere%2F";
        assertThat(Http.get(unknown).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> refresh(String token) throws Exception {
        return Http.post(issuer + "/token", Map.of("grant_type", "refresh_token", "refresh_token", token, "client_id",
                "tiphys", "client_secret", "secret"));
    }

    private String refreshToken(String user) throws Exception {
        Map<String, String> form = request();
        form.put("scope", "openid offline_access");
        form.put("user", user);
        String code = location(Http.post(issuer + "/authorize", form)).replaceAll(".*code=([^&]+).*", "$1");
        return Http.read(redeem(code, VERIFIER)).path("refresh_token").asString();
    }

    @Test
    void aRefreshTokenIsGoodOnceAndTellsTheGroupsOfNow() throws Exception {
        assertThat(Http.read(redeem(signIn("viewer"), VERIFIER)).has("refresh_token")).isFalse();
        String first = refreshToken("developer");
        people("developer", "{\"groups\": [\"viewers\"]}");
        HttpResponse<String> answer = refresh(first);
        assertThat(SignedJWT.parse(Http.read(answer).path("id_token").asString()).getJWTClaimsSet()
                .getStringListClaim("groups")).containsExactly("viewers");
        assertThat(refresh(first).body()).contains("invalid_grant");
        assertThat(refresh(Http.read(answer).path("refresh_token").asString()).statusCode()).isEqualTo(200);
        assertThat(refresh("made up").body()).contains("invalid_grant");
    }

    @Test
    void aDisabledAccountGetsNothingMore() throws Exception {
        String token = refreshToken("developer");
        String access = Http.read(redeem(signIn("developer"), VERIFIER)).path("access_token").asString();
        people("developer", "{\"disabled\": true}");
        assertThat(refresh(token).body()).contains("invalid_grant");
        assertThat(Http.get(issuer + "/userinfo", "Authorization", "Bearer " + access).statusCode()).isEqualTo(401);
        Map<String, String> form = request();
        form.put("user", "developer");
        assertThat(location(Http.post(issuer + "/authorize", form))).contains("error=access_denied");
    }

    private void people(String user, String change) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer + "/people/" + user))
                .POST(HttpRequest.BodyPublishers.ofString(change)).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        }
    }
}
