package dev.tiphys.sandbox.control;

import java.util.regex.Pattern;

/// Which requests a fault meets: a path in which `*` stands for anything, such as `/argocd/api/v1/applications*`.
record PathPattern(String text, Pattern pattern) {

    static PathPattern of(String text) {
        if (!text.startsWith("/")) {
            throw new IllegalArgumentException(
                    "path must begin with '/', such as /argocd/*, and not be '" + text + "'");
        }
        return new PathPattern(text, Pattern.compile("\\Q" + text.replace("*", "\\E.*\\Q") + "\\E"));
    }

    boolean matches(String path) {
        return pattern.matcher(path).matches();
    }
}
