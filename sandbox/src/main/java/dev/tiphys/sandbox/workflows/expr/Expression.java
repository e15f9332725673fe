package dev.tiphys.sandbox.workflows.expr;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/// An expression as it stands in `{{= }}`, `retryStrategy.expression` and `valueFrom.expression`, in the subset of expr
/// that the sandbox knows.
public final class Expression {

    private final String source;
    private final Syntax syntax;

    private Expression(String source, Syntax syntax) {
        this.source = source;
        this.syntax = syntax;
    }

    /// Reads an expression; what lies outside the subset is an [ExpressionException].
    public static Expression parse(String source) {
        return new Expression(source, Parser.parse(source));
    }

    /// Evaluates it; a name that `environment` lacks is an [ExpressionException], as it does not compile in Argo.
    @Nullable
    public Object evaluate(Map<String, ?> environment) {
        return new Evaluator(name -> {
            if (!environment.containsKey(name)) {
                throw new ExpressionException("unknown name " + name + " in '" + source + "'");
            }
            return environment.get(name);
        }).evaluate(syntax);
    }

    /// The value as Argo writes it into a template; nil is an [ExpressionException].
    public String evaluateText(Map<String, ?> environment) {
        return Functions.text(evaluate(environment));
    }

    public boolean evaluateBoolean(Map<String, ?> environment) {
        return Evaluator.truth(evaluate(environment));
    }
}
