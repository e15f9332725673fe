package dev.tiphys.web;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/// Lines of a CSV file that a spreadsheet shows and never executes: every cell is quoted, and one that would begin a
/// formula begins with an apostrophe.
public final class Csv {

    private static final String FORMULA = "=+-@|%\uFF1D\uFF0B\uFF0D\uFF20";

    private Csv() {
    }

    /// One line with its end.
    public static String line(@Nullable Object... cells) {
        return Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString().replace("\0", "");
        String begin = text.stripLeading();
        boolean control = !text.isEmpty() && text.charAt(0) < ' ';
        boolean formula = !begin.isEmpty() && FORMULA.indexOf(begin.charAt(0)) >= 0;
        return "\"" + (control || formula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
    }
}
