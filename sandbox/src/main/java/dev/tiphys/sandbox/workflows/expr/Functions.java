package dev.tiphys.sandbox.workflows.expr;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The functions that expressions may call in the sandbox.
final class Functions {

    private static final Map<String, Function<List<@Nullable Object>, Object>> KNOWN = Map.ofEntries(
            Map.entry("asInt", arguments -> (long) number(arguments.getFirst())),
            Map.entry("int", arguments -> (long) number(arguments.getFirst())),
            Map.entry("asFloat", arguments -> number(arguments.getFirst())),
            Map.entry("float", arguments -> number(arguments.getFirst())),
            Map.entry("string", arguments -> text(arguments.getFirst())),
            Map.entry("len", arguments -> length(arguments.getFirst())),
            Map.entry("lower", arguments -> text(arguments.getFirst()).toLowerCase(Locale.ROOT)),
            Map.entry("upper", arguments -> text(arguments.getFirst()).toUpperCase(Locale.ROOT)),
            Map.entry("trim", arguments -> text(arguments.getFirst()).strip()),
            Map.entry("sprig.lower", arguments -> text(arguments.getFirst()).toLowerCase(Locale.ROOT)),
            Map.entry("sprig.upper", arguments -> text(arguments.getFirst()).toUpperCase(Locale.ROOT)),
            Map.entry("sprig.trim", arguments -> text(arguments.getFirst()).strip()),
            Map.entry("toJson", arguments -> JsonMapper.shared().writeValueAsString(arguments.getFirst())),
            Map.entry("fromJSON", arguments -> parsed(arguments.getFirst())));

    private Functions() {
    }

    static void check(String name, int arguments) {
        if (!KNOWN.containsKey(name)) {
            throw new ExpressionException("the sandbox does not know the function '" + name + "'; it knows "
                    + KNOWN.keySet().stream().sorted().toList());
        }
        if (arguments != 1) {
            throw new ExpressionException("'" + name + "' takes one argument, not " + arguments);
        }
    }

    static Object call(String name, List<@Nullable Object> arguments) {
        Function<List<@Nullable Object>, Object> function = KNOWN.get(name);
        if (function == null) {
            throw new ExpressionException("the sandbox does not know the function '" + name + "'");
        }
        return function.apply(arguments);
    }

    static double number(@Nullable Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        try {
            return Double.parseDouble(text(value));
        } catch (NumberFormatException notANumber) {
            throw new ExpressionException("'" + text(value) + "' is not a number");
        }
    }

    /// As Argo writes the value of an expression into a template.
    static String text(@Nullable Object value) {
        return switch (value) {
            case null -> throw new ExpressionException("nil has no text");
            case String text -> text;
            case Double number when number == Math.rint(number) && Math.abs(number) < 1e15 ->
                Long.toString(number.longValue());
            case Number number -> number.toString();
            case Boolean truth -> truth.toString();
            default -> JsonMapper.shared().writeValueAsString(value);
        };
    }

    private static Object parsed(@Nullable Object value) {
        try {
            return JsonMapper.shared().readValue(text(value), Object.class);
        } catch (tools.jackson.core.JacksonException notJson) {
            throw new ExpressionException("'" + text(value) + "' is not JSON");
        }
    }

    private static Object length(@Nullable Object value) {
        return switch (value) {
            case String text -> (long) text.length();
            case List<?> list -> (long) list.size();
            case Map<?, ?> map -> (long) map.size();
            case null, default -> throw new ExpressionException("len() takes a string, a list or a map");
        };
    }
}
