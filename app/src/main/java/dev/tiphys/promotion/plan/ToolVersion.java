package dev.tiphys.promotion.plan;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The version of a tool, of which the first three numbers count; a pre-release is before the release of its numbers.
record ToolVersion(int major, int minor, int patch, boolean preRelease) implements Comparable<ToolVersion> {

    private static final Pattern FORM = Pattern
            .compile("v?(\\d{1,6})\\.(\\d{1,6})(?:\\.(\\d{1,6}))?(-[0-9A-Za-z.-]+)?(\\+.*)?");

    /// Reads such as `v3.5.1+109ca7c` or `v4.0.0-rc1`; anything else is no version that could be compared.
    static Optional<ToolVersion> parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        String patch = form.group(3);
        return Optional.of(new ToolVersion(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)),
                patch == null ? 0 : Integer.parseInt(patch), form.group(4) != null));
    }

    @Override
    public int compareTo(ToolVersion other) {
        int numbers = Long.compare(number(), other.number());
        return numbers != 0 ? numbers : Boolean.compare(other.preRelease, preRelease);
    }

    private long number() {
        return (major * 1_000_000L + minor) * 1_000_000L + patch;
    }
}
