package dev.tiphys.promotion.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A log as it is kept: its last lines, none too long, without control characters, and with what looks like a secret
/// made unreadable.
public final class KeptLog {

    public static final int LINES = 200;
    private static final int LINE = 500;
    private static final int CHARACTERS = 32_000;
    private static final Pattern ESCAPES = Pattern.compile("\u001B\\[[0-9;?]*[ -/]*[@-~]");
    private static final Pattern UNSAFE = Pattern
            .compile("[\\p{Cntrl}&&[^\t]]|[\\u202A-\\u202E\\u2066-\\u2069\\u200E\\u200F]|\\p{Cs}");
    private static final Pattern SECRET = Pattern.compile("(?i)(bearer\\s+|(?:password|passwd|secret|token|api[_-]?key|"
            + "authorization)[\"']?\\s*[=:]\\s*[\"']?(?:bearer\\s+)?)[^\\s\"',;]{4,}");

    private KeptLog() {
    }

    /// @param lines all of them, the last ones count
    public static String of(List<String> lines) {
        List<String> kept = new ArrayList<>();
        int size = 0;
        for (String line : lines.subList(Math.max(0, lines.size() - LINES), lines.size()).reversed()) {
            String clean = clean(line);
            size += clean.length() + 1;
            if (size > CHARACTERS) {
                break;
            }
            kept.add(clean);
        }
        return String.join("\n", kept.reversed());
    }

    /// One line without what could harm.
    public static String clean(String line) {
        String calm = UNSAFE.matcher(ESCAPES.matcher(line).replaceAll("")).replaceAll("\uFFFD");
        String silent = SECRET.matcher(calm).replaceAll("$1•••");
        return silent.length() > LINE ? silent.substring(0, LINE) + "…" : silent;
    }

    /// The last few lines.
    public static String tail(String text, int lines) {
        List<String> all = text.lines().toList();
        return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
    }
}
