package dev.tiphys.sandbox.workflows.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.tiphys.sandbox.workflows.expr.Lexer.Token;

/// Reads the subset of expr and govaluate that the sandbox knows; anything else is refused, never guessed.
final class Parser {

    private static final List<Set<String>> LEVELS = List.of(Set.of("??"), Set.of("||", "or"), Set.of("&&", "and"),
            Set.of("==", "!=", "<", ">", "<=", ">=", "in", "not", "contains", "startsWith", "endsWith", "matches",
                    "=~", "!~"),
            Set.of("+", "-"), Set.of("*", "/", "%"));

    private final String source;
    private final List<Token> tokens;
    private int position;

    private Parser(String source) {
        this.source = source;
        this.tokens = Lexer.tokens(source);
    }

    static Syntax parse(String source) {
        Parser parser = new Parser(source);
        Syntax syntax = parser.conditional();
        if (parser.peek().kind() != Token.Kind.END) {
            throw parser.unexpected();
        }
        return syntax;
    }

    private Syntax conditional() {
        Syntax condition = binary(0);
        if (!accept("?")) {
            return condition;
        }
        Syntax then = conditional();
        expect(":");
        return new Syntax.Conditional(condition, then, conditional());
    }

    private Syntax binary(int level) {
        // `??` binds tighter than every other operator, as in expr.
        if (level == LEVELS.size()) {
            return coalesce();
        }
        if (level == 0) {
            return binary(1);
        }
        Syntax left = binary(level + 1);
        while (isOperatorOf(level)) {
            String operator = take().text();
            if (operator.equals("not")) {
                expect("in");
                left = new Syntax.Unary("!", new Syntax.Binary("in", left, binary(level + 1)));
            } else {
                left = new Syntax.Binary(operator, left, binary(level + 1));
            }
        }
        return left;
    }

    private Syntax coalesce() {
        Syntax left = unary();
        while (accept("??")) {
            left = new Syntax.Binary("??", left, unary());
        }
        return left;
    }

    private boolean isOperatorOf(int level) {
        Token token = peek();
        return (token.kind() == Token.Kind.OPERATOR || token.kind() == Token.Kind.NAME)
                && LEVELS.get(level).contains(token.text());
    }

    private Syntax unary() {
        if (peek().is("!") || peek().is("not") || peek().is("-") || peek().is("+")) {
            String operator = take().text();
            return new Syntax.Unary(operator.equals("not") ? "!" : operator, unary());
        }
        return new Syntax.Chain(members(primary()));
    }

    private Syntax members(Syntax start) {
        Syntax target = start;
        while (true) {
            if (peek().is(".") || peek().is("?.")) {
                boolean optional = take().is("?.");
                target = optional && peek().is("[") ? index(target, true) : named(target, optional);
            } else if (peek().is("[")) {
                target = index(target, false);
            } else {
                return target;
            }
        }
    }

    private Syntax named(Syntax target, boolean optional) {
        Token name = take();
        if (name.kind() != Token.Kind.NAME) {
            throw unexpected();
        }
        if (peek().is("(")) {
            if (target instanceof Syntax.Name library) {
                return call(library.name() + "." + name.text());
            }
            throw new ExpressionException("the sandbox does not know methods such as '" + name.text() + "()'");
        }
        return new Syntax.Member(target, new Syntax.Literal(name.text()), optional);
    }

    private Syntax index(Syntax target, boolean optional) {
        expect("[");
        Syntax key = conditional();
        expect("]");
        return new Syntax.Member(target, key, optional);
    }

    private Syntax primary() {
        Token token = take();
        return switch (token.kind()) {
            case NUMBER -> new Syntax.Literal(number(token.text()));
            case STRING -> new Syntax.Literal(token.text());
            case NAME -> name(token.text());
            case OPERATOR -> group(token);
            case END -> throw unexpected();
        };
    }

    private Syntax group(Token opening) {
        if (opening.is("(")) {
            List<Syntax> items = items(")");
            return items.size() == 1 ? items.getFirst() : new Syntax.ListOf(items);
        }
        if (opening.is("[")) {
            return new Syntax.ListOf(items("]"));
        }
        position--;
        throw unexpected();
    }

    private Syntax name(String name) {
        return switch (name) {
            case "true" -> new Syntax.Literal(true);
            case "false" -> new Syntax.Literal(false);
            case "nil" -> new Syntax.Literal(null);
            default -> peek().is("(") ? call(name) : new Syntax.Name(name);
        };
    }

    private Syntax call(String function) {
        expect("(");
        List<Syntax> arguments = items(")");
        Functions.check(function, arguments.size());
        return new Syntax.Call(function, arguments);
    }

    private List<Syntax> items(String end) {
        List<Syntax> items = new ArrayList<>();
        while (!accept(end)) {
            if (!items.isEmpty()) {
                expect(",");
            }
            items.add(conditional());
        }
        return List.copyOf(items);
    }

    private Object number(String text) {
        try {
            String plain = text.replace("_", "");
            return plain.contains(".") ? (Object) Double.valueOf(plain) : (Object) Long.valueOf(plain);
        } catch (NumberFormatException notANumber) {
            throw new ExpressionException("'" + text + "' is no number in '" + source + "'");
        }
    }

    private Token peek() {
        return tokens.get(position);
    }

    private Token take() {
        Token token = tokens.get(position);
        if (token.kind() != Token.Kind.END) {
            position++;
        }
        return token;
    }

    private boolean accept(String operator) {
        if (peek().is(operator)) {
            position++;
            return true;
        }
        return false;
    }

    private void expect(String operator) {
        if (!accept(operator)) {
            throw unexpected();
        }
    }

    private ExpressionException unexpected() {
        return new ExpressionException("unexpected " + peek().text() + " in '" + source + "'");
    }
}
