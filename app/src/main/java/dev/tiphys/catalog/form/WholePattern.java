package dev.tiphys.catalog.form;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// A provider's pattern for a whole text. One that takes too long on a text refuses it, as those of forms do.
public final class WholePattern {

    private WholePattern() {
    }

    public static boolean fits(String regex, String text) {
        return BoundedPatterns.finds(Pattern.compile("\\A(?:" + regex + ")\\z"), text);
    }

    /// Why it is no pattern; empty when it is one.
    public static String problem(String regex) {
        try {
            Pattern.compile(regex);
            return "";
        } catch (PatternSyntaxException unreadable) {
            return unreadable.getDescription();
        }
    }
}
