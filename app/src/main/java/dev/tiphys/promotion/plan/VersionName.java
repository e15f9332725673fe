package dev.tiphys.promotion.plan;

import java.util.regex.Pattern;

/// What may be called a version. Versions end up in a workflow's arguments, where braces would be read as a template.
public final class VersionName {

    private static final Pattern TARGET = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._+-]{0,127}|sha256:[0-9a-f]{64}");
    private static final Pattern FOUND = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._+/:-]{0,199}");

    private VersionName() {
    }

    /// Whether a promotion may move it: an image tag, a chart version, a Git revision without slash, or a digest.
    public static boolean isLegal(String version) {
        return TARGET.matcher(version).matches();
    }

    /// Whether it may be what a target runs before the promotion; that may also be a branch such as `release/1.2`.
    static boolean isLegalToLeave(String version) {
        return FOUND.matcher(version).matches();
    }
}
