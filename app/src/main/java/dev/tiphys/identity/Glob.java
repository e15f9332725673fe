package dev.tiphys.identity;

/// Patterns in which `*` stands for anything and nothing else is special. Matching takes at most the product of both
/// lengths, whatever the pattern.
final class Glob {

    static final String ANYTHING = "*";

    private Glob() {
    }

    static boolean matches(String pattern, String value) {
        int p = 0;
        int v = 0;
        int star = -1;
        int resumeAt = 0;
        while (v < value.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resumeAt = v;
            } else if (p < pattern.length() && pattern.charAt(p) == value.charAt(v)) {
                p++;
                v++;
            } else if (star >= 0) {
                p = star + 1;
                v = ++resumeAt;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    /// How narrow it is: a plain name beats every pattern, a longer pattern a shorter one.
    static int narrowness(String pattern) {
        int letters = pattern.replace(ANYTHING, "").length();
        return pattern.contains(ANYTHING) ? letters : Integer.MAX_VALUE;
    }
}
