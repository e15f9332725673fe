package dev.tiphys.approval;

import java.util.Collection;

import org.jspecify.annotations.Nullable;

/// Patterns in which only `*` is special.
final class Glob {

    private static final String ANYTHING = "*";

    private Glob() {
    }

    /// Whether one of the patterns fits; what is not said fits `*` alone.
    static boolean anyMatches(Collection<String> patterns, @Nullable String value) {
        if (patterns.contains(ANYTHING)) {
            return true;
        }
        return value != null && patterns.stream().anyMatch(pattern -> matches(pattern, value));
    }

    static boolean matches(String pattern, String value) {
        int star = pattern.indexOf('*');
        if (star < 0) {
            return pattern.equals(value);
        }
        if (!value.startsWith(pattern.substring(0, star))) {
            return false;
        }
        String rest = pattern.substring(star + 1);
        for (int at = star; at <= value.length(); at++) {
            if (matches(rest, value.substring(at))) {
                return true;
            }
        }
        return false;
    }

    /// Whether some value could fit both; rather yes than no where two stars meet.
    static boolean anyOverlap(Collection<String> some, Collection<String> others) {
        return some.stream().anyMatch(one -> others.stream().anyMatch(other -> overlap(one, other)));
    }

    private static boolean overlap(String one, String other) {
        if (matches(one, other) || matches(other, one)) {
            return true;
        }
        if (!one.contains(ANYTHING) || !other.contains(ANYTHING)) {
            return false;
        }
        String left = one.substring(0, one.indexOf('*'));
        String right = other.substring(0, other.indexOf('*'));
        return left.startsWith(right) || right.startsWith(left);
    }
}
