package dev.tiphys.promotion.plan;

import java.util.List;

/// Names in a sentence, so that five hundred of them still make one.
final class NameList {

    private static final int SHOWN = 3;

    private NameList() {
    }

    /// Such as `a`, `a and b` or `a, b, c and 497 more`.
    static String of(List<String> names) {
        if (names.size() > SHOWN + 1) {
            return String.join(", ", names.subList(0, SHOWN)) + " and " + (names.size() - SHOWN) + " more";
        }
        if (names.size() < 2)
            return String.join("", names);
        return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }
}
