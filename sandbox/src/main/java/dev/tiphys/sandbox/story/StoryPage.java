package dev.tiphys.sandbox.story;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import dev.tiphys.sandbox.page.Html;
import dev.tiphys.sandbox.page.Page;

/// The story as a page: one button, what has been told, and where to watch it.
record StoryPage(Telling.State state, String notice) {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    Page page() {
        Html warning = notice.isEmpty() ? Html.NONE : Html.of("<p class=\"note\" role=\"alert\">%s</p>", notice);
        return new Page("Demo", Page.Layout.WIDE, Html.of("""
                <div><h1>The demo plays itself</h1><p class="lead">Deniz brings a new version of checkout to production.
                Amara approves it, a canary fails, Deniz decides, and it ends well. All of it goes through the portal's
                own API, so watch the promotion's page while it runs. As JSON: <code>POST /sandbox/api/story</code>.</p></div>
                %s<section class="sheet"><form method="post" action="/sandbox/story"><button class="primary"%s>%s</button>%s</form>
                </section>%s
                """, warning, new Html(state.running() ? " disabled" : ""), label(), links(), told()));
    }

    private String label() {
        if (state.running()) {
            return "It is being told …";
        }
        return state.lines().isEmpty() ? "Play the demo" : "Play it again";
    }

    private Html links() {
        if (state.promotion().toString().isEmpty()) {
            return Html.NONE;
        }
        Html watch = Html.of("<a class=\"button\" href=\"%s\" target=\"_blank\">Watch the promotion</a>",
                state.promotion());
        return state.running()
                ? watch
                : Html.of(
                        "%s <a class=\"button\" href=\"%s/replay\" target=\"_blank\">Replay it</a>", watch,
                        state.promotion());
    }

    private Html told() {
        if (state.lines().isEmpty()) {
            return Html.NONE;
        }
        return Html.of("<section class=\"sheet\"><h2>What happens</h2><table>%s</table></section>",
                Html.join(state.lines().stream()
                        .map(line -> Html.of("<tr><td><time>%s</time></td><td>%s</td></tr>", CLOCK.format(line.at()),
                                line.text()))
                        .toList()));
    }
}
