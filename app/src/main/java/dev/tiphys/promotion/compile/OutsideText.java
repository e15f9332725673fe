package dev.tiphys.promotion.compile;

/// Guards the border between data and template: what comes from outside must never be read as one of Argo's own
/// expressions, however it got past the checks before.
final class OutsideText {

    private OutsideText() {
    }

    private static final int LONGEST = 200;

    /// What people wrote, as one line that Argo reads as text alone: braces stand apart, and what is long ends early.
    static String quoted(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").replaceAll("\\{(?=\\{)", "{ ")
                .replaceAll("\\}(?=\\})", "} ")
                .strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1).strip() + "…";
    }

    static String checked(String text) {
        if (text.contains("{{") || text.contains("}}")) {
            throw new IllegalArgumentException("braces would be read as a template: " + text);
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a control character has no place in a workflow: " + text.strip());
        }
        return text;
    }
}
