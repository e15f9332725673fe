package dev.tiphys.promotion.web;

/// What people and Argo say, inside of Markdown: it stays in its line and is never read as a mark, a link or a mention.
final class MarkdownText {

    private static final String MARKS = "\\`*_[]()<>#|~!&{}";
    private static final String NOTHING = "\u200b";

    private MarkdownText() {
    }

    static String plain(String text) {
        StringBuilder safe = new StringBuilder();
        String oneLine = text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\p{Cf}]+", " ").strip();
        oneLine.codePoints().forEach(letter -> {
            if (MARKS.indexOf(letter) >= 0) {
                safe.append('\\');
            }
            safe.appendCodePoint(letter);
            if (letter == '@') {
                safe.append(NOTHING);
            }
        });
        // Programs make links of bare addresses, whatever Markdown says.
        return safe.toString().replace("://", ":" + NOTHING + "//").replaceAll("(?i)\\bwww\\.", "www" + NOTHING + ".");
    }

    /// The address of a link. Nothing in it can end the link.
    static String address(String href) {
        return href.replaceAll("[\\s<>()\\\\]", "");
    }
}
