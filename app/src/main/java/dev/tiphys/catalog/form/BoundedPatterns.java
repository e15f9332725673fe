package dev.tiphys.catalog.form;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;
import com.networknt.schema.regex.RegularExpressions;

/// Patterns as JSON Schema means them, that give up on a text on which they would run for minutes: what nobody can
/// judge is refused.
final class BoundedPatterns implements RegularExpressionFactory {

    private static final int MOST_STEPS = 2_000_000;

    @Override
    public RegularExpression getRegularExpression(String regex) {
        Pattern pattern = Pattern.compile(RegularExpressions
                .replaceLongformCharacterProperties(RegularExpressions.replaceDollarAnchors(regex)));
        return text -> finds(pattern, text);
    }

    static boolean finds(Pattern pattern, String text) {
        try {
            return pattern.matcher(new Counted(text, new AtomicInteger())).find();
        } catch (TooLong | StackOverflowError tooLong) {
            return false;
        }
    }

    private static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private TooLong() {
            super("too many steps", null, false, false);
        }
    }

    /// A text that counts how often it is looked at.
    private record Counted(String text, AtomicInteger steps) implements CharSequence {

        @Override
        public char charAt(int index) {
            if (steps.incrementAndGet() > MOST_STEPS) {
                throw new TooLong();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.substring(start, end), steps);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
