package dev.tiphys.promotion.compile;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes values as Python, so that whatever they hold stays a value.
final class PythonText {

    private static final int LINE = 115;
    private static final Pattern PLACE = Pattern.compile("@([A-Z_]+)@");

    private PythonText() {
    }

    /// A string literal in double quotes, of ASCII alone.
    static String literal(String value) {
        return '"' + escaped(value) + '"';
    }

    /// What may stand between quotes, single or triple.
    static String escaped(String value) {
        return value.codePoints().mapToObj(PythonText::escaped).collect(joining());
    }

    private static String escaped(int c) {
        if (c == '"' || c == '\\')
            return "\\" + (char) c;
        if (c >= ' ' && c < 0x7f)
            return String.valueOf((char) c);
        return String.format(c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
    }

    /// A list literal; one item per line where it would get too long.
    static String list(List<String> values, int indent) {
        return enclosed("[", values.stream().map(PythonText::literal).toList(), "]", indent);
    }

    /// A literal of such form with these items, already written.
    static String enclosed(String open, List<String> items, String close, int indent) {
        String line = items.stream().collect(joining(", ", open, close));
        if (indent + line.length() <= LINE && !line.contains("\n"))
            return line;
        String inner = " ".repeat(indent + 4);
        return items.stream().collect(joining(",\n" + inner, open + "\n" + inner,
                ",\n" + " ".repeat(indent) + close));
    }

    /// Puts texts in the places written `@NAME@`, all at once: a text that looks like a place stays as it is.
    static String fill(String template, Map<String, String> texts) {
        return PLACE.matcher(template).replaceAll(place -> Matcher.quoteReplacement(text(texts, place.group(1))));
    }

    private static String text(Map<String, String> texts, String name) {
        String text = texts.get(name);
        if (text == null)
            throw new IllegalArgumentException("nothing to put in place of " + name);
        return text;
    }
}
