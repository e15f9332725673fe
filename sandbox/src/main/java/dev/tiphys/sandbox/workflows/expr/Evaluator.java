package dev.tiphys.sandbox.workflows.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import org.jspecify.annotations.Nullable;

/// Evaluates an expression by the rules of expr: a missing key of a map is nil, a member of nil is an error unless it
/// is asked for with `?.`.
final class Evaluator {

    private enum Absence {
        NOTHING_THERE
    }

    private final Function<String, @Nullable Object> names;

    Evaluator(Function<String, @Nullable Object> names) {
        this.names = names;
    }

    @Nullable
    Object evaluate(Syntax syntax) {
        return switch (syntax) {
            case Syntax.Literal literal -> literal.value();
            case Syntax.Name name -> names.apply(name.name());
            case Syntax.ListOf list -> all(list.items());
            case Syntax.Chain chain -> orNil(evaluate(chain.members()));
            case Syntax.Member member -> member(member);
            case Syntax.Unary unary -> unary(unary);
            case Syntax.Binary binary -> binary(binary);
            case Syntax.Conditional choice ->
                evaluate(truth(evaluate(choice.condition())) ? choice.then() : choice.otherwise());
            case Syntax.Call call -> Functions.call(call.function(), all(call.arguments()));
        };
    }

    @Nullable
    private static Object orNil(@Nullable Object value) {
        return value instanceof Absence ? null : value;
    }

    private List<@Nullable Object> all(List<Syntax> items) {
        List<@Nullable Object> values = new ArrayList<>();
        items.forEach(item -> values.add(evaluate(item)));
        return values;
    }

    @Nullable
    private Object member(Syntax.Member member) {
        Object target = evaluate(member.target());
        Object key = evaluate(member.key());
        return switch (target) {
            case null -> {
                if (member.optional()) {
                    yield Absence.NOTHING_THERE;
                }
                throw new ExpressionException("cannot fetch " + key + " from <nil>");
            }
            case Map<?, ?> map -> map.get(key);
            case List<?> list when key instanceof Number index && index.intValue() < list.size()
                    && index.intValue() >= 0 ->
                list.get(index.intValue());
            case Absence absence -> absence;
            default -> throw new ExpressionException("cannot fetch " + key + " from " + target);
        };
    }

    private Object unary(Syntax.Unary unary) {
        Object value = evaluate(unary.operand());
        return switch (unary.operator()) {
            case "!" -> !truth(value);
            case "-" -> value instanceof Long whole ? (Object) (-whole) : (Object) (-Functions.number(value));
            default -> Objects.requireNonNull(value, "a number");
        };
    }

    @Nullable
    private Object binary(Syntax.Binary binary) {
        Object left = evaluate(binary.left());
        return switch (binary.operator()) {
            case "??" -> left == null ? evaluate(binary.right()) : left;
            case "||", "or" -> truth(left) || truth(evaluate(binary.right()));
            case "&&", "and" -> truth(left) && truth(evaluate(binary.right()));
            default -> operate(binary.operator(), left, evaluate(binary.right()));
        };
    }

    private static Object operate(String operator, @Nullable Object left, @Nullable Object right) {
        return switch (operator) {
            case "==" -> same(left, right);
            case "!=" -> !same(left, right);
            case "<" -> compare(left, right) < 0;
            case ">" -> compare(left, right) > 0;
            case "<=" -> compare(left, right) <= 0;
            case ">=" -> compare(left, right) >= 0;
            case "in" -> contains(right, left);
            case "contains" -> Functions.text(left).contains(Functions.text(right));
            case "startsWith" -> Functions.text(left).startsWith(Functions.text(right));
            case "endsWith" -> Functions.text(left).endsWith(Functions.text(right));
            case "matches", "=~" -> matches(Functions.text(left), Functions.text(right));
            case "!~" -> !matches(Functions.text(left), Functions.text(right));
            default -> arithmetic(operator, left, right);
        };
    }

    private static Object arithmetic(String operator, @Nullable Object left, @Nullable Object right) {
        if (operator.equals("+") && left instanceof String first && right instanceof String second) {
            return first + second;
        }
        if (!(left instanceof Number first) || !(right instanceof Number second)) {
            throw new ExpressionException("'" + operator + "' takes numbers, not " + left + " and " + right);
        }
        double result = switch (operator) {
            case "+" -> first.doubleValue() + second.doubleValue();
            case "-" -> first.doubleValue() - second.doubleValue();
            case "*" -> first.doubleValue() * second.doubleValue();
            case "/" -> first.doubleValue() / second.doubleValue();
            case "%" -> first.doubleValue() % second.doubleValue();
            default -> throw new ExpressionException("the sandbox does not know the operator '" + operator + "'");
        };
        return result == Math.rint(result) && !operator.equals("/") ? (Object) (long) result : (Object) result;
    }

    static boolean truth(@Nullable Object value) {
        if (value instanceof Boolean truth) {
            return truth;
        }
        throw new ExpressionException("expected true or false, got " + value);
    }

    private static boolean same(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Number first && right instanceof Number second) {
            return Double.compare(first.doubleValue(), second.doubleValue()) == 0;
        }
        return Objects.equals(left, right);
    }

    private static int compare(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Number first && right instanceof Number second) {
            return Double.compare(first.doubleValue(), second.doubleValue());
        }
        if (left instanceof String first && right instanceof String second) {
            return first.compareTo(second);
        }
        throw new ExpressionException("cannot compare " + left + " and " + right);
    }

    private static boolean contains(@Nullable Object all, @Nullable Object one) {
        return switch (all) {
            case List<?> list -> list.stream().anyMatch(item -> same(item, one));
            case Map<?, ?> map -> map.containsKey(one);
            case null, default -> throw new ExpressionException("'in' takes a list or a map");
        };
    }

    private static boolean matches(String text, String pattern) {
        try {
            return Pattern.compile(pattern).matcher(text).find();
        } catch (PatternSyntaxException invalid) {
            throw new ExpressionException("'" + pattern + "' is no regular expression");
        }
    }
}
