package dev.tiphys.sandbox.slack;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.tiphys.sandbox.page.Html;

/// Slack's markup as HTML: bold, italic, struck, code, links and mentions.
final class Mrkdwn {

    private static final Pattern PIECE = Pattern.compile("```(?<pre>.+?)```|`(?<code>[^`\n]+)`|<(?<link>[^<>\n]+)>"
            + "|(?<![\\w*])\\*(?<bold>[^*\n]+)\\*|(?<!\\w)_(?<italic>[^_\n]+)_(?!\\w)|~(?<struck>[^~\n]+)~",
            Pattern.DOTALL);

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Mrkdwn() {
    }

    static Html html(String text) {
        List<Html> pieces = new ArrayList<>();
        Matcher matcher = PIECE.matcher(text);
        int end = 0;
        while (matcher.find()) {
            pieces.add(plain(text.substring(end, matcher.start())));
            pieces.add(piece(matcher));
            end = matcher.end();
        }
        pieces.add(plain(text.substring(end)));
        return Html.join(pieces);
    }

    private static Html piece(Matcher matcher) {
        if (matcher.group("pre") != null) {
            return Html.of("<pre>%s</pre>", plain(matcher.group("pre").strip()));
        }
        if (matcher.group("code") != null) {
            return Html.of("<code>%s</code>", plain(matcher.group("code")));
        }
        if (matcher.group("link") != null) {
            return link(matcher.group("link"));
        }
        if (matcher.group("bold") != null) {
            return Html.of("<b>%s</b>", html(matcher.group("bold")));
        }
        return matcher.group("italic") != null
                ? Html.of("<i>%s</i>", html(matcher.group("italic")))
                : Html.of("<s>%s</s>", html(matcher.group("struck")));
    }

    private static Html link(String target) {
        if (target.startsWith("@")) {
            return Html.of("<b>@%s</b>", SlackIds.name(target.substring(1)));
        }
        if (target.startsWith("!date^")) {
            return date(target);
        }
        if (target.startsWith("!")) {
            return Html.of("<b>@%s</b>", target.substring(1));
        }
        int bar = target.indexOf('|');
        String address = unescape(bar < 0 ? target : target.substring(0, bar));
        Html label = plain(bar < 0 ? target : target.substring(bar + 1));
        return address.startsWith("http://") || address.startsWith("https://")
                ? Html.of("<a href=\"%s\">%s</a>", address, label)
                : label;
    }

    private static Html date(String target) {
        String[] parts = target.substring(0, Math.max(target.indexOf('|'), 0)).split("\\^", -1);
        if (parts.length < 3 || !parts[1].matches("\\d{1,11}")) {
            return plain(target.substring(target.indexOf('|') + 1));
        }
        return Html.of("<time>%s</time>", DATE.format(Instant.ofEpochSecond(Long.parseLong(parts[1]))));
    }

    // Senders escape these three and nothing else.
    private static Html plain(String text) {
        return Html.text(unescape(text));
    }

    private static String unescape(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
