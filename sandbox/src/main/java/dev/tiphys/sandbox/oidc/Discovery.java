package dev.tiphys.sandbox.oidc;

import java.util.List;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The document by which a client learns the provider's addresses and abilities.
record Discovery(String issuer) {

    String json() {
        ObjectNode document = JsonMapper.shared().createObjectNode().put("issuer", issuer)
                .put("authorization_endpoint", issuer + "/authorize").put("token_endpoint", issuer + "/token")
                .put("userinfo_endpoint", issuer + "/userinfo").put("jwks_uri", issuer + "/jwks")
                .put("end_session_endpoint", issuer + "/end_session");
        list(document, "response_types_supported", "code");
        list(document, "grant_types_supported", "authorization_code", "refresh_token");
        list(document, "subject_types_supported", "public");
        list(document, "id_token_signing_alg_values_supported", "RS256");
        list(document, "scopes_supported", "openid", "profile", "email", "groups", "offline_access");
        list(document, "token_endpoint_auth_methods_supported", "client_secret_basic", "client_secret_post");
        list(document, "code_challenge_methods_supported", "S256");
        list(document, "claims_supported", "sub", "sid", "auth_time", "preferred_username", "name", "email", "groups");
        list(document, "prompt_values_supported", "none", "login");
        document.put("backchannel_logout_supported", true).put("backchannel_logout_session_supported", true);
        return document.toString();
    }

    private static void list(ObjectNode document, String field, String... values) {
        ArrayNode array = document.putArray(field);
        List.of(values).forEach(array::add);
    }
}
