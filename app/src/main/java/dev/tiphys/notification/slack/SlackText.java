package dev.tiphys.notification.slack;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.slack.api.model.block.composition.MarkdownTextObject;

/// Text of others in Slack's markup: it can neither mention nor link, and is one line.
final class SlackText {

    /// Slack takes 3000 characters.
    private static final int LONGEST_TEXT = 2900;

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("d MMM HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private SlackText() {
    }

    /// One line of at most so many characters.
    static String plain(String text, int longest) {
        String line = text.strip().replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+", " ");
        return line.length() <= longest ? line : line.substring(0, longest - 1) + "…";
    }

    /// The same within markup: Slack asks for these three to be escaped.
    static String marked(String text, int longest) {
        return plain(text, longest).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /// Markup in which Slack finds nothing by itself: no addresses, no names of channels and people.
    static MarkdownTextObject markup(String text) {
        return MarkdownTextObject.builder().text(text).verbatim(true).build();
    }

    /// As many of the lines, from the first on, as one text of a message can hold.
    static List<String> fitting(List<String> lines) {
        List<String> fitting = new ArrayList<>();
        int length = 0;
        for (String line : lines) {
            length += line.length() + 1;
            if (length > LONGEST_TEXT) {
                return fitting;
            }
            fitting.add(line);
        }
        return fitting;
    }

    /// As a name of a thing, in which underscores are common and nothing is set apart.
    static String code(String text, int longest) {
        return "`" + marked(text, longest).replace('`', '\'') + "`";
    }

    /// In the reader's own time.
    static String time(Instant at) {
        return "<!date^" + at.getEpochSecond() + "^{date_short_pretty} {time}|" + UTC.format(at) + ">";
    }

    static String link(String address, String label) {
        return "<" + address.replace("&", "&amp;").replace("<", "%3C").replace(">", "%3E").replace("|", "%7C") + "|"
                + marked(label, 100) + ">";
    }
}
