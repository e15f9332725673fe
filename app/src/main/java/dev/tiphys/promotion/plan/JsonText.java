package dev.tiphys.promotion.plan;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/// Writes maps, lists, strings, whole numbers and booleans as JSON, in the order they have.
public final class JsonText {

    private final StringBuilder text = new StringBuilder();

    private JsonText() {
    }

    public static String of(Object value) {
        JsonText json = new JsonText();
        json.write(value);
        return json.text.toString();
    }

    private void write(@Nullable Object value) {
        switch (value) {
            case String string -> quote(string);
            case Map<?, ?> map -> separated('{', map.entrySet().iterator(), entry -> {
                quote(String.valueOf(entry.getKey()));
                text.append(':');
                write(entry.getValue());
            }, '}');
            case List<?> list -> separated('[', list.iterator(), this::write, ']');
            case Integer number -> text.append(number);
            case Long number -> text.append(number);
            case Boolean truth -> text.append(truth);
            case null, default -> throw new IllegalArgumentException("not a value of this JSON: " + value);
        }
    }

    private <T> void separated(char open, Iterator<T> items, Consumer<T> write, char close) {
        text.append(open);
        while (items.hasNext()) {
            write.accept(items.next());
            if (items.hasNext())
                text.append(',');
        }
        text.append(close);
    }

    private void quote(String string) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < 0x20 || c >= 0x7f) {
                text.append(String.format("\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }
}
