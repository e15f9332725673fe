package dev.tiphys.sandbox.oidc;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

import dev.tiphys.sandbox.http.Request;
import dev.tiphys.sandbox.page.Form;

/// Where the browser arrives to sign in and leaves with a code. A `login_hint` that names a demo user is taken at once.
final class AuthorizeEndpoint {

    private final RelyingParty client;
    private final AuthorizationCodes codes;
    private final Sessions sessions;
    private final Directory directory;

    AuthorizeEndpoint(RelyingParty client, AuthorizationCodes codes, Sessions sessions, Directory directory) {
        this.client = client;
        this.codes = codes;
        this.sessions = sessions;
        this.directory = directory;
    }

    void ask(Request request, Map<String, String> path) throws IOException {
        answer(request, Form.query(request), "login_hint");
    }

    void submit(Request request, Map<String, String> path) throws IOException {
        answer(request, Form.body(request), "user");
    }

    private void answer(Request request, Form form, String userField) throws IOException {
        AuthorizationRequest wanted;
        try {
            wanted = AuthorizationRequest.read(form, client);
        } catch (OidcRefusal refusal) {
            SignInPage.refused(refusal).answer(request, 400);
            return;
        }
        try {
            wanted.check(form);
            Optional<Sessions.Session> session = directory.account(form.get(userField))
                    .map(account -> signIn(request, account)).or(() -> silent(request, wanted));
            if (session.isPresent()) {
                redirect(request, wanted.answer(Map.of("code", codes.issue(session.get(), wanted))));
            } else {
                new SignInPage(AuthorizationRequest.carried(form), directory).page().answer(request, 200);
            }
        } catch (OidcRefusal refusal) {
            redirect(request, wanted.refused(refusal));
        }
    }

    // prompt=none must never show a page: either someone is signed in here, or the portal hears that no one is.
    private Optional<Sessions.Session> silent(Request request, AuthorizationRequest wanted) {
        if (!wanted.prompt().equals("none")) {
            return Optional.empty();
        }
        return Optional.of(sessions.find(request)
                .orElseThrow(() -> new OidcRefusal("login_required", "no one is signed in at the sandbox")));
    }

    private Sessions.Session signIn(Request request, Directory.Account account) {
        if (account.disabled()) {
            throw new OidcRefusal("access_denied", "this account is disabled");
        }
        return sessions.begin(request, codes.random(), account.user().username());
    }

    static void redirect(Request request, URI location) throws IOException {
        request.answerHeader("Location", location.toString());
        request.answerHeader("Cache-Control", "no-store");
        request.answer(303, "text/plain; charset=utf-8", "");
    }
}
