package dev.tiphys.sandbox.oidc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.tiphys.sandbox.page.Html;
import dev.tiphys.sandbox.page.Page;
import dev.tiphys.sandbox.people.DemoUser;

/// The page on which a person picks who to be: one form, one button for each demo user, no password.
record SignInPage(Map<String, String> carried, Directory directory) {

    Page page() {
        List<Html> fields = new ArrayList<>();
        carried.forEach((name, value) -> fields
                .add(Html.of("<input type=\"hidden\" name=\"%s\" value=\"%s\">", name, value)));
        return new Page("Sign in", Page.Layout.CARD, Html.of("""
                <p class="mark">Sandbox sign-in</p>
                <h1>Who would you like to be?</h1>
                <p class="lead">These people exist only in this sandbox. There is no password.</p>
                <form method="post" action="/oidc/authorize" class="people">%s%s</form>
                """, Html.join(fields),
                Html.join(directory.all().stream().map(account -> button(account.user())).toList())));
    }

    private static Html button(DemoUser user) {
        return Html.of("""
                <button type="submit" name="user" value="%s">
                <span class="face face-%s" aria-hidden="true">%s</span>
                <span class="who"><b>%s</b> <span>%s</span></span>
                <span class="groups">%s</span></button>
                """, user.username(), user.username(), user.name().substring(0, 1), user.username(),
                user.name() + ", " + user.role(), String.join(" · ", user.groups()));
    }

    static Page refused(OidcRefusal refusal) {
        return new Page("Sign-in refused", Page.Layout.CARD, Html.of("""
                <p class="mark">Sandbox sign-in</p>
                <h1>This sign-in request is not valid</h1>
                <p class="lead"><code>%s</code>: %s</p>
                """, refusal.error(), refusal.description()));
    }

    static Page signedOut() {
        return new Page("Signed out", Page.Layout.CARD, new Html("""
                <p class="mark">Sandbox sign-in</p>
                <h1>You are signed out</h1>
                <p class="lead">You may close this page.</p>
                """));
    }
}
