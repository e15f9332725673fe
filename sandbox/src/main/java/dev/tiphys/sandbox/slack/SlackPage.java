package dev.tiphys.sandbox.slack;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

import dev.tiphys.sandbox.page.Html;
import dev.tiphys.sandbox.page.Page;

/// The page that stands for Slack's own: every channel with its messages, the latest on top.
record SlackPage(SlackWorkspace workspace, String notice) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

    Page page() {
        Html warning = notice.isEmpty() ? Html.NONE : Html.of("<p class=\"note bad\" role=\"alert\">%s</p>", notice);
        Html dialogs = Html.join(workspace.dialogs().values().stream().map(view -> new DialogPage(view).html())
                .toList());
        return new Page("Slack", Page.Layout.WIDE, Html.of("""
                <div><h1>Slack</h1><p class="lead">What the portal and Argo Events would say in your workspace. Buttons
                send signed requests to the portal.</p></div>%s%s%s
                """, warning, dialogs, Html.join(workspace.channels().stream().map(this::channel).toList())));
    }

    private Html channel(SlackChannel channel) {
        List<Html> messages = workspace.messages().reversed().stream()
                .filter(message -> message.channel().equals(channel)).map(SlackPage::message).toList();
        return Html.of("<section class=\"sheet channel\" id=\"%s\"><h2># %s</h2>%s</section>", channel.name(),
                channel.name(), messages.isEmpty()
                        ? new Html("<p class=\"empty\">Nothing yet.</p>")
                        : Html.join(messages));
    }

    private static Html message(SlackMessage message) {
        Instant time = Instant.ofEpochSecond(new BigDecimal(message.ts()).longValue());
        String seenBy = message.onlyFor().isEmpty() ? "" : " · only visible to " + SlackIds.name(message.onlyFor());
        return Html.of("""
                <article class="message"><span class="face face-bot" aria-hidden="true">T</span><div>
                <div class="meta"><b>Tiphys</b> <time>%s</time>%s%s%s</div>%s</div></article>
                """, TIME.format(time), message.edited() ? " · edited" : "",
                message.threadTs().isEmpty() ? "" : " · in a thread", seenBy, new BlockPage(message).html());
    }
}
