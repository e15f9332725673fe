package dev.tiphys.sandbox.workflows.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The Go types behind the Argo Server's JSON, as far as they decide what is kept and what is filled in.
final class GoTypes {

    private static final Pattern FIELD = Pattern.compile("(\\w+)([!=~:]?)([\\[{]*)(\\w*)[]}]*");
    private static final Map<String, Map<String, Field>> TYPES = load();

    private GoTypes() {
    }

    static Optional<Map<String, Field>> find(String type) {
        return Optional.ofNullable(TYPES.get(type));
    }

    private static Map<String, Map<String, Field>> load() {
        try (InputStream file = Objects.requireNonNull(GoTypes.class.getResourceAsStream("go-types.txt"))) {
            Map<String, Map<String, Field>> types = new HashMap<>();
            new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"))
                    .forEach(line -> {
                        int space = line.indexOf(' ');
                        types.put(line.substring(0, space), fields(line.substring(space + 1)));
                    });
            return types;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Map<String, Field> fields(String text) {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (String word : text.split(" ", -1)) {
            Matcher field = FIELD.matcher(word);
            if (!field.matches()) {
                throw new IllegalStateException("no field: " + word);
            }
            fields.put(field.group(1).toLowerCase(Locale.ROOT),
                    new Field(field.group(1), zero(field.group(2)), field.group(3), field.group(4)));
        }
        return fields;
    }

    private static Zero zero(String mark) {
        return switch (mark) {
            case "!" -> Zero.OBJECT;
            case "=" -> Zero.TEXT;
            case "~" -> Zero.NULL;
            default -> Zero.NONE;
        };
    }

    /// What Go writes for a field that has no value.
    enum Zero {
        NONE, OBJECT, TEXT, NULL
    }

    /// @param wrapping `[`, `[[`, `{` or empty
    /// @param type empty for any JSON
    record Field(String name, Zero zero, String wrapping, String type) {}
}
