package dev.tiphys.sandbox.page;

/// A piece of HTML. Text becomes HTML only through [#text], so nothing reaches a page unescaped.
public record Html(String markup) {

    public static final Html NONE = new Html("");

    /// Plain text, escaped for content and for quoted attributes.
    public static Html text(String plain) {
        return new Html(plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                .replace("'", "&#39;"));
    }

    /// Fills `%s` in trusted markup: text is escaped, [Html] is taken as it is.
    public static Html of(String trustedMarkup, Object... values) {
        Object[] escaped = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            escaped[i] = values[i] instanceof Html html ? html.markup : text(String.valueOf(values[i])).markup;
        }
        return new Html(String.format(trustedMarkup, escaped));
    }

    public static Html join(Iterable<Html> pieces) {
        StringBuilder all = new StringBuilder();
        pieces.forEach(piece -> all.append(piece.markup));
        return new Html(all.toString());
    }

    @Override
    public String toString() {
        return markup;
    }
}
