package dev.tiphys.sandbox.page;

import java.io.IOException;

import dev.tiphys.sandbox.http.Request;

/// A page of the sandbox, marked as such: a title, a strip to move between the pages, and content.
public record Page(String title, Layout layout, Html content) {

    /// How the page sits on the screen.
    public enum Layout {
        /// A card in the middle, without navigation.
        CARD,
        /// The whole width, with navigation.
        WIDE
    }

    public void answer(Request request, int status) throws IOException {
        request.answerHeader("Cache-Control", "no-store");
        request.answerHeader("Content-Security-Policy",
                "default-src 'none'; style-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'");
        request.answerHeader("Referrer-Policy", "same-origin");
        request.answer(status, "text/html; charset=utf-8", render().markup());
    }

    private Html render() {
        return Html.of("""
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s · Sandbox</title>
                <link rel="icon" href="data:,">
                <link rel="stylesheet" href="/sandbox/assets/sandbox.css">
                </head>
                <body class="%s">
                %s<main>%s</main>
                </body>
                </html>
                """, title, layout == Layout.CARD ? "card-page" : "wide-page", navigation(), content);
    }

    private Html navigation() {
        return layout == Layout.CARD ? Html.NONE : Html.of("""
                <header><b class="mark">Sandbox</b>
                <nav aria-label="Sandbox"><a href="/sandbox"%s>Levers</a><a href="/slack"%s>Slack</a><a href="/sandbox/story"%s>Demo</a><a href="/sandbox/providers"%s>Providers</a></nav></header>
                """, current("Levers"), current("Slack"), current("Demo"), current("Providers"));
    }

    private Html current(String page) {
        return new Html(title.equals(page) ? " aria-current=\"page\"" : "");
    }
}
