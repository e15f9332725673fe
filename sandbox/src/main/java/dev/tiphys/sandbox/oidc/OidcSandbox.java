package dev.tiphys.sandbox.oidc;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.http.Request;
import dev.tiphys.sandbox.http.Routes;
import dev.tiphys.sandbox.http.SandboxServer;
import dev.tiphys.sandbox.page.Form;
import dev.tiphys.sandbox.people.DemoUser;

/// The OpenID provider of the sandbox. It lives by the wall clock, as the portal that checks its tokens does.
public final class OidcSandbox {

    /// Where the provider is mounted.
    public static final String PREFIX = "/oidc";

    private final String issuer;
    private final RelyingParty client;
    private final Tokens tokens;
    private final Sessions sessions;
    private final RefreshTokens refreshTokens;
    private final BackChannel backChannel;
    private final Directory directory = new Directory();

    private OidcSandbox(URI issuer, RelyingParty client, Clock clock) {
        this.issuer = issuer.toString();
        this.client = client;
        this.tokens = new Tokens(this.issuer, client.clientId(), clock);
        this.sessions = new Sessions(clock);
        this.refreshTokens = new RefreshTokens(client.clientSecret(), clock);
        this.backChannel = new BackChannel(client, tokens);
    }

    public static void install(SandboxServer server, RelyingParty client, Clock clock) {
        URI issuer = URI.create(server.baseUri() + PREFIX);
        server.mount(PREFIX, new OidcSandbox(issuer, client, clock).routes(new AuthorizationCodes(clock)));
    }

    private Routes routes(AuthorizationCodes codes) {
        AuthorizeEndpoint authorize = new AuthorizeEndpoint(client, codes, sessions, directory);
        TokenEndpoint token = new TokenEndpoint(client, codes, tokens, refreshTokens, directory);
        DirectoryApi people = new DirectoryApi(directory);
        return new Routes(PREFIX, request -> request.answer(404, "text/plain", "the provider has no such address\n"),
                request -> request.answer(405, "text/plain", "the provider does not take this method here\n"))
                .on("GET", "/.well-known/openid-configuration",
                        (request, path) -> request.answer(200, "application/json", new Discovery(issuer).json()))
                .on("GET", "/jwks", (request, path) -> request.answer(200, "application/json", tokens.publicKeys()))
                .on("GET", "/authorize", authorize::ask).on("POST", "/authorize", authorize::submit)
                .on("POST", "/token", token::exchange).on("GET", "/userinfo", this::userInfo)
                .on("POST", "/userinfo", this::userInfo).on("GET", "/people", people::list)
                .on("POST", "/people/{user}", people::change)
                .on("GET", "/end_session", (request, path) -> signOut(request, Form.query(request)))
                .on("POST", "/end_session", (request, path) -> signOut(request, Form.body(request)));
    }

    private void userInfo(Request request, Map<String, String> path) throws IOException {
        String header = request.header("Authorization").orElse("");
        Optional<DemoUser> user = header.startsWith("Bearer ")
                ? tokens.owner(header.substring(7)).flatMap(directory::find)
                : Optional.empty();
        if (user.isEmpty()) {
            request.answerHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
            request.answer(401, "application/json", "{\"error\":\"invalid_token\"}");
            return;
        }
        request.answer(200, "application/json", claims(user.get()).toString());
    }

    private static ObjectNode claims(DemoUser user) {
        ObjectNode claims = JsonMapper.shared().createObjectNode().put("sub", user.username())
                .put("preferred_username", user.username()).put("name", user.name()).put("email", user.email())
                .put("email_verified", true);
        user.groups().forEach(claims.putArray("groups")::add);
        return claims;
    }

    private void signOut(Request request, Form form) throws IOException {
        sessions.end(request).ifPresent(backChannel::ended);
        String target = form.get("post_logout_redirect_uri");
        if (client.isSignedOutUri(target)) {
            String state = form.find("state")
                    .map(value -> (target.contains("?") ? "&" : "?") + "state="
                            + URLEncoder.encode(value, StandardCharsets.UTF_8))
                    .orElse("");
            AuthorizeEndpoint.redirect(request, URI.create(target + state));
        } else {
            SignInPage.signedOut().answer(request, 200);
        }
    }
}
