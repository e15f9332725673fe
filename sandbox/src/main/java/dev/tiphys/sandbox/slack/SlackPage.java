package dev.tiphys.sandbox.slack;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

import dev.tiphys.sandbox.page.Html;
import dev.tiphys.sandbox.page.Page;

/// The page that stands for Slack's own: every channel with its messages, the latest on top.
record SlackPage(SlackWorkspace workspace, String notice, boolean hasPressed) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

    Page page() {
        Html warning = notice.isEmpty() ? Html.NONE : Html.of("<p class=\"note bad\" role=\"alert\">%s</p>", notice);
        Html dialogs = Html.join(workspace.dialogs().values().stream().map(view -> new DialogPage(view).html())
                .toList());
        return new Page("Slack", Page.Layout.WIDE, Html.of("""
                <div><h1>Slack</h1><p class="lead">What the portal and Argo Events would say in your workspace. Buttons
                send signed requests to the portal.</p></div>%s%s%s%s
                """, warning, dialogs, hasPressed ? again() : Html.NONE,
                Html.join(workspace.channels().stream().map(this::channel).toList())));
    }

    private static Html again() {
        return new Html("""
                <section class="sheet" id="again"><h2>The last interaction, once more</h2>
                <p>As somebody would send it who had seen it. The portal must do nothing.</p>
                <form method="post" action="/slack/again"><button name="how" value="replayed">Replay it</button>
                <button name="how" value="tampered">Tamper with it</button>
                <button name="how" value="old">Sign it ten minutes ago</button>
                <button name="how" value="forged">Forge its signature</button></form></section>
                """);
    }

    private Html channel(SlackChannel channel) {
        List<Html> messages = workspace.messages().reversed().stream()
                .filter(message -> message.isIn(channel) && !isReply(message)).map(this::thread).toList();
        return Html.of("<section class=\"sheet channel\" id=\"%s\"><h2># %s</h2>%s</section>", channel.name(),
                channel.name(), messages.isEmpty()
                        ? new Html("<p class=\"empty\">Nothing yet.</p>")
                        : Html.join(messages));
    }

    private boolean isReply(SlackMessage message) {
        return !message.threadTs().isEmpty() && workspace.find(message.channel(), message.threadTs()).isPresent();
    }

    private Html thread(SlackMessage message) {
        List<Html> replies = workspace.messages().stream().filter(reply -> reply.threadTs().equals(message.ts()))
                .map(SlackPage::message).toList();
        return replies.isEmpty()
                ? message(message)
                : Html.of("%s<div class=\"thread\">%s</div>", message(message), Html.join(replies));
    }

    private static Html message(SlackMessage message) {
        Instant time = Instant.ofEpochSecond(new BigDecimal(message.ts()).longValue());
        String seenBy = message.onlyFor().isEmpty() ? "" : " · only visible to " + SlackIds.name(message.onlyFor());
        return Html.of("""
                <article class="message"><span class="face face-bot" aria-hidden="true">T</span><div>
                <div class="meta"><b>Tiphys</b> <time>%s</time>%s%s</div>%s</div></article>
                """, TIME.format(time), message.edited() ? " · edited" : "", seenBy, new BlockPage(message).html());
    }
}
