package dev.tiphys.sandbox.workflows.expr;

import java.util.ArrayList;
import java.util.List;

/// Cuts an expression into its tokens.
final class Lexer {

    private static final List<String> OPERATORS = List.of("?.", "??", "==", "!=", ">=", "<=", "&&", "||", "=~", "!~",
            "(", ")", "[", "]", ",", ".", "?", ":", "!", "<", ">", "+", "-", "*", "/", "%");

    private final String source;
    private int position;

    private Lexer(String source) {
        this.source = source;
    }

    static List<Token> tokens(String source) {
        Lexer lexer = new Lexer(source);
        List<Token> tokens = new ArrayList<>();
        Token token = lexer.next();
        while (token.kind() != Token.Kind.END) {
            tokens.add(token);
            token = lexer.next();
        }
        tokens.add(token);
        return tokens;
    }

    private Token next() {
        while (position < source.length() && Character.isWhitespace(source.charAt(position))) {
            position++;
        }
        if (position == source.length()) {
            return new Token(Token.Kind.END, "end");
        }
        char first = source.charAt(position);
        if (first == '\'' || first == '"' || first == '`') {
            return string(first);
        }
        if (Character.isDigit(first)) {
            return new Token(Token.Kind.NUMBER, run("0123456789._"));
        }
        if (Character.isLetter(first) || first == '_' || first == '$') {
            return new Token(Token.Kind.NAME, name());
        }
        return operator();
    }

    private Token string(char quote) {
        StringBuilder text = new StringBuilder();
        for (int i = position + 1; i < source.length(); i++) {
            char letter = source.charAt(i);
            if (letter == quote) {
                position = i + 1;
                return new Token(Token.Kind.STRING, text.toString());
            }
            if (letter == '\\' && quote != '`' && i + 1 < source.length()) {
                i++;
                text.append(unescape(source.charAt(i)));
            } else {
                text.append(letter);
            }
        }
        throw new ExpressionException("a string is not closed in '" + source + "'");
    }

    private static char unescape(char letter) {
        return switch (letter) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            default -> letter;
        };
    }

    private String run(String letters) {
        int start = position;
        while (position < source.length() && letters.indexOf(source.charAt(position)) >= 0) {
            position++;
        }
        return source.substring(start, position);
    }

    private String name() {
        int start = position;
        while (position < source.length() && (Character.isLetterOrDigit(source.charAt(position))
                || source.charAt(position) == '_' || source.charAt(position) == '$')) {
            position++;
        }
        return source.substring(start, position);
    }

    private Token operator() {
        for (String operator : OPERATORS) {
            if (source.startsWith(operator, position) && !isConditionalBeforeNumber(operator)) {
                position += operator.length();
                return new Token(Token.Kind.OPERATOR, operator);
            }
        }
        throw new ExpressionException("'" + source.charAt(position) + "' is not understood in '" + source + "'");
    }

    // `a ?.5 : 1` is a conditional with a number, not an optional member.
    private boolean isConditionalBeforeNumber(String operator) {
        return operator.equals("?.") && position + 2 < source.length()
                && Character.isDigit(source.charAt(position + 2));
    }

    record Token(Kind kind, String text) {

        enum Kind {
            NUMBER, STRING, NAME, OPERATOR, END
        }

        boolean is(String operator) {
            return (kind == Kind.OPERATOR || kind == Kind.NAME) && text.equals(operator);
        }
    }
}
