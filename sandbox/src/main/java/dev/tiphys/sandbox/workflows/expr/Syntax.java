package dev.tiphys.sandbox.workflows.expr;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// The parts of an expression.
sealed interface Syntax {

    record Literal(@Nullable Object value) implements Syntax {}

    record Name(String name) implements Syntax {}

    record ListOf(List<Syntax> items) implements Syntax {}

    record Member(Syntax target, Syntax key, boolean optional) implements Syntax {}

    /// A whole run of members: where an optional one finds nothing, the run as a whole is nil.
    record Chain(Syntax members) implements Syntax {}

    record Unary(String operator, Syntax operand) implements Syntax {}

    record Binary(String operator, Syntax left, Syntax right) implements Syntax {}

    record Conditional(Syntax condition, Syntax then, Syntax otherwise) implements Syntax {}

    record Call(String function, List<Syntax> arguments) implements Syntax {}
}
