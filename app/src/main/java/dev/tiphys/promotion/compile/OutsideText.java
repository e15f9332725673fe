package dev.tiphys.promotion.compile;

/// Guards the border between data and template: what comes from outside must never be read as one of Argo's own
/// expressions, however it got past the checks before.
final class OutsideText {

    private OutsideText() {
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
