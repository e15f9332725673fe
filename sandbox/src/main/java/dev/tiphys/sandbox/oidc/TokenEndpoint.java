package dev.tiphys.sandbox.oidc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.http.Request;
import dev.tiphys.sandbox.page.Form;
import dev.tiphys.sandbox.people.DemoUser;

/// Where the portal exchanges a code for tokens. The client proves itself by `client_secret_basic` or `_post`, the flow
/// by PKCE where it was begun with it.
final class TokenEndpoint {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final RelyingParty client;
    private final AuthorizationCodes codes;
    private final Tokens tokens;
    private final RefreshTokens refreshTokens;
    private final Directory directory;

    TokenEndpoint(RelyingParty client, AuthorizationCodes codes, Tokens tokens, RefreshTokens refreshTokens,
            Directory directory) {
        this.client = client;
        this.codes = codes;
        this.tokens = tokens;
        this.refreshTokens = refreshTokens;
        this.directory = directory;
    }

    void exchange(Request request, Map<String, String> path) throws IOException {
        request.answerHeader("Cache-Control", "no-store");
        try {
            Form form = Form.body(request);
            authenticate(request, form);
            ObjectNode answer = switch (form.get("grant_type")) {
                case "authorization_code" -> first(redeem(form));
                case "refresh_token" -> refreshed(form);
                default -> throw new OidcRefusal("unsupported_grant_type",
                        "only grant_type=authorization_code and refresh_token are supported");
            };
            request.answer(200, "application/json", answer.toString());
        } catch (OidcRefusal refusal) {
            refuse(request, refusal);
        }
    }

    private void authenticate(Request request, Form form) {
        String id = form.get("client_id");
        String secret = form.get("client_secret");
        String header = request.header("Authorization").orElse("");
        if (header.regionMatches(true, 0, "Basic ", 0, 6)) {
            String[] pair = decodeBasic(header.substring(6)).split(":", 2);
            id = Request.decode(pair[0]);
            secret = pair.length == 2 ? Request.decode(pair[1]) : "";
        }
        if (!client.isAuthentic(id, secret)) {
            throw new OidcRefusal("invalid_client", "the client id or its secret is wrong");
        }
    }

    private static String decodeBasic(String credentials) {
        try {
            return new String(Base64.getDecoder().decode(credentials.trim()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new OidcRefusal("invalid_client", "the Authorization header is no valid Base64");
        }
    }

    private AuthorizationCodes.Grant redeem(Form form) {
        AuthorizationCodes.Grant grant = codes.redeem(form.get("code"))
                .orElseThrow(() -> new OidcRefusal("invalid_grant", "the code is unknown, used or expired"));
        if (!grant.request().redirectUri().equals(form.get("redirect_uri"))) {
            throw new OidcRefusal("invalid_grant", "redirect_uri is not the one that the code was sent to");
        }
        String challenge = grant.request().codeChallenge();
        if (!challenge.isEmpty() && !challenge.equals(challengeOf(form.get("code_verifier")))) {
            throw new OidcRefusal("invalid_grant", "code_verifier does not fit the code_challenge");
        }
        return grant;
    }

    private static String challengeOf(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private ObjectNode first(AuthorizationCodes.Grant grant) {
        Sessions.Session session = grant.session();
        RefreshTokens.Grant lasting = new RefreshTokens.Grant(session.username(), grant.request().scope(),
                session.sid(), session.signedIn());
        ObjectNode answer = answer(lasting, grant.request().nonce());
        return grant.request().isOffline() ? answer.put("refresh_token", refreshTokens.issue(lasting)) : answer;
    }

    private ObjectNode refreshed(Form form) {
        RefreshTokens.Grant lasting = refreshTokens.redeem(form.get("refresh_token")).orElseThrow(
                () -> new OidcRefusal("invalid_grant", "the refresh token is unknown, used or expired"));
        return answer(lasting, "").put("refresh_token", refreshTokens.issue(lasting));
    }

    private ObjectNode answer(RefreshTokens.Grant grant, String nonce) {
        DemoUser user = directory.find(grant.username())
                .orElseThrow(() -> new OidcRefusal("invalid_grant", "this account is disabled"));
        return JSON.createObjectNode().put("access_token", tokens.accessToken(user, grant.scope()))
                .put("token_type", "Bearer").put("expires_in", Tokens.LIFE.toSeconds()).put("scope", grant.scope())
                .put("id_token", tokens.idToken(user, grant.signedIn(), grant.sid(), nonce));
    }

    private static void refuse(Request request, OidcRefusal refusal) throws IOException {
        boolean unknownClient = refusal.error().equals("invalid_client");
        if (unknownClient) {
            request.answerHeader("WWW-Authenticate", "Basic realm=\"sandbox\"");
        }
        request.answer(unknownClient ? 401 : 400, "application/json", JSON.createObjectNode()
                .put("error", refusal.error()).put("error_description", refusal.description()).toString());
    }
}
