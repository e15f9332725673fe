package dev.tiphys.sandbox.oidc;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.tiphys.sandbox.page.Form;

/// What the portal asks for when it sends a browser to sign in. An empty field was not sent.
record AuthorizationRequest(String redirectUri, String scope, String state, String nonce, String codeChallenge,
        String prompt, String loginHint) {

    private static final List<String> FIELDS = List.of("response_type", "client_id", "redirect_uri", "scope", "state",
            "nonce", "code_challenge", "code_challenge_method", "prompt", "max_age");

    /// Whom the answer may go to. Until this holds, a mistake is shown to the person and sent nowhere.
    static AuthorizationRequest read(Form form, RelyingParty client) {
        if (!form.get("client_id").equals(client.clientId())) {
            throw new OidcRefusal("invalid_client", "client_id must be '" + client.clientId() + "'");
        }
        if (!client.isRedirectUri(form.get("redirect_uri"))) {
            throw new OidcRefusal("invalid_request",
                    "redirect_uri '" + form.get("redirect_uri") + "' is not registered for this client");
        }
        return new AuthorizationRequest(form.get("redirect_uri"), form.get("scope"), form.get("state"),
                form.get("nonce"), form.get("code_challenge"), form.get("prompt"), form.get("login_hint"));
    }

    /// Whether the portal may have a lasting access, which a refresh token stands for.
    boolean isOffline() {
        return List.of(scope.split(" ", -1)).contains("offline_access");
    }

    /// Refuses what the provider cannot answer with a code.
    void check(Form form) {
        if (!form.get("response_type").equals("code")) {
            throw new OidcRefusal("unsupported_response_type", "only response_type=code is supported");
        }
        if (!List.of(scope.split(" ", -1)).contains("openid")) {
            throw new OidcRefusal("invalid_scope", "scope must contain openid");
        }
        if (!codeChallenge.isEmpty() && !form.get("code_challenge_method").equals("S256")) {
            throw new OidcRefusal("invalid_request", "code_challenge_method must be S256");
        }
    }

    /// The fields that the sign-in form carries from its page to its submission.
    static Map<String, String> carried(Form form) {
        Map<String, String> carried = new LinkedHashMap<>();
        FIELDS.forEach(field -> form.find(field).ifPresent(value -> carried.put(field, value)));
        return carried;
    }

    /// The redirect back to the portal with an answer and the state that it sent.
    URI answer(Map<String, String> parameters) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        if (!state.isEmpty()) {
            all.put("state", state);
        }
        String query = all.entrySet().stream().map(entry -> entry.getKey() + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
        return URI.create(redirectUri + (redirectUri.contains("?") ? "&" : "?") + query);
    }

    URI refused(OidcRefusal refusal) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("error", refusal.error());
        parameters.put("error_description", refusal.description());
        return answer(parameters);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
