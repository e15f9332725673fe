package dev.tiphys.promotion.plan;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// The names that a misspelt one may have meant.
final class NearMatches {

    private static final int SHOWN = 3;

    private NearMatches() {
    }

    /// A question such as ` Did you mean 'checkout'?`; empty when nothing is near.
    static String question(String typed, Collection<String> known) {
        List<String> near = of(typed, known);
        if (near.isEmpty())
            return "";
        return near.stream().map(name -> "'" + name + "'").collect(joining(" or ", " Did you mean ", "?"));
    }

    static List<String> of(String typed, Collection<String> known) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        if (wanted.isBlank() || wanted.length() > 100)
            return List.of();
        return known.stream().filter(name -> isNear(wanted, name.toLowerCase(Locale.ROOT)))
                .sorted(Comparator.<String>comparingInt(name -> distance(wanted, name)).thenComparing(name -> name))
                .limit(SHOWN).toList();
    }

    private static boolean isNear(String wanted, String name) {
        return name.contains(wanted) || wanted.contains(name)
                || distance(wanted, name) <= Math.max(1, wanted.length() / 3);
    }

    private static int distance(String left, String right) {
        int[] former = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++)
            former[j] = j;
        for (int i = 1; i <= left.length(); i++) {
            int[] row = new int[right.length() + 1];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int change = former[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(former[j], row[j - 1]) + 1);
            }
            former = row;
        }
        return former[right.length()];
    }
}
