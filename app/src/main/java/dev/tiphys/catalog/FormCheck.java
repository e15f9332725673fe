package dev.tiphys.catalog;

import java.util.Map;
import java.util.regex.Pattern;

/// Judges what somebody filled in. Values are data: Argo would replace what stands in double braces, so that
/// is refused.
final class FormCheck {

    static final int LONGEST = 1_000;
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}]([\\p{L}\\p{N} ._'-]{0,61}[\\p{L}\\p{N}])?");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\r\\t]]");

    private FormCheck() {
    }

    /// The values to hand on: what was filled in, else what is preset.
    static Map<String, String> complete(ItemAction action, Map<String, String> filled) {
        return ActionForm.of(action).complete(filled);
    }

    /// What is wrong, by field; what concerns no field alone has the empty name.
    static Map<String, String> problems(ItemAction action, Map<String, String> filled) {
        return ActionForm.of(action).problems(filled);
    }

    /// What is wrong with the name of an instance; empty when nothing is.
    static String name(String name) {
        return NAME.matcher(name).matches()
                ? ""
                : "A name has 1 to 63 letters, digits, spaces and . _ ' - and begins and ends with a letter or digit.";
    }

    static String text(String value, int longest) {
        if (value.length() > longest) {
            return "This has " + value.length() + " characters, and at most " + longest + " are possible.";
        }
        if (value.contains("{{")) {
            return "Two opening braces in a row are not possible: Argo Workflows would replace them.";
        }
        return CONTROL.matcher(value).find() ? "Control characters are not possible." : "";
    }
}
