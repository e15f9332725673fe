package dev.tiphys.promotion.plan;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// Tells the older of two versions where both are written in numbers, such as `v5` or `1.4.2-rc1`; else it
/// says nothing.
public final class VersionOrder {

    private static final Pattern NUMBERS = Pattern.compile("v?([0-9]+(?:\\.[0-9]+)*)(-[0-9A-Za-z.-]+)?(\\+.*)?");

    private VersionOrder() {
    }

    /// Negative when `left` is the older one, 0 when they are equally old; empty when nobody can tell.
    public static OptionalInt compare(String left, String right) {
        Matcher a = NUMBERS.matcher(left);
        Matcher b = NUMBERS.matcher(right);
        if (!a.matches() || !b.matches())
            return OptionalInt.empty();
        int byNumbers = compareNumbers(numbers(a.group(1)), numbers(b.group(1)));
        return byNumbers != 0 ? OptionalInt.of(byNumbers) : comparePrereleases(a.group(2), b.group(2));
    }

    static boolean isOlder(String left, String right) {
        return compare(left, right).orElse(0) < 0;
    }

    private static List<BigInteger> numbers(String dotted) {
        List<BigInteger> numbers = new ArrayList<>();
        for (String part : dotted.split("\\.", -1))
            numbers.add(new BigInteger(part));
        return numbers;
    }

    private static int compareNumbers(List<BigInteger> left, List<BigInteger> right) {
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            BigInteger a = i < left.size() ? left.get(i) : BigInteger.ZERO;
            BigInteger b = i < right.size() ? right.get(i) : BigInteger.ZERO;
            int order = a.compareTo(b);
            if (order != 0)
                return order;
        }
        return 0;
    }

    private static OptionalInt comparePrereleases(@Nullable String left,
            @Nullable String right) {
        if (left == null || right == null) {
            return OptionalInt.of((left == null ? 1 : 0) - (right == null ? 1 : 0));
        }
        return left.equals(right) ? OptionalInt.of(0) : OptionalInt.empty();
    }
}
