package dev.tiphys.promotion.compile;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.snakeyaml.engine.v2.common.ScalarStyle;

/// Decides which strings may stand without quotes. Many readers still follow YAML 1.1, where `no`, `on` or `1:30` are
/// no strings, so only words that are strings in every version go bare.
final class YamlQuoting {

    static final ScalarStyle PLAIN = ScalarStyle.PLAIN;

    private static final Pattern WORD = Pattern.compile("[A-Za-z_/][A-Za-z0-9_./-]*(@[A-Za-z0-9_./-]+)?");
    private static final Set<String> NO_STRINGS = Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

    private YamlQuoting() {
    }

    static ScalarStyle styleOf(String string) {
        if (WORD.matcher(string).matches() && !NO_STRINGS.contains(string.toLowerCase(Locale.ROOT)))
            return PLAIN;
        return string.chars().allMatch(c -> c >= ' ' && c < 0x7f)
                ? ScalarStyle.SINGLE_QUOTED
                : ScalarStyle.DOUBLE_QUOTED;
    }
}
