package dev.tiphys.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A Kubernetes label selector, such as `environment=prod,region in (us-east-1, us-west-2),!legacy`. All its parts must
/// hold; `!=` and `notin` hold for what lacks the label, as in Kubernetes.
public final class LabelSelector implements Predicate<Map<String, String>> {

    private static final String KEY = "([A-Za-z0-9]([A-Za-z0-9._/-]*[A-Za-z0-9])?)";
    private static final Pattern EQUALITY = Pattern.compile(KEY + "\\s*(==|=|!=)\\s*([A-Za-z0-9._-]*)");
    private static final Pattern SET = Pattern.compile(KEY + "\\s+(in|notin)\\s+\\(([^()]*)\\)");
    private static final Pattern EXISTENCE = Pattern.compile("(!?)\\s*" + KEY);
    private static final Pattern COMMA = Pattern.compile(",(?![^()]*\\))");

    private final List<Predicate<Map<String, String>>> parts;

    private LabelSelector(List<Predicate<Map<String, String>>> parts) {
        this.parts = List.copyOf(parts);
    }

    /// Reads a selector; an empty one matches everything, an unreadable one is an [IllegalArgumentException] that says
    /// which part is wrong.
    public static LabelSelector parse(String text) {
        List<Predicate<Map<String, String>>> parts = new ArrayList<>();
        for (String part : COMMA.split(text.strip(), -1)) {
            if (!part.isBlank()) {
                parts.add(part(part.strip()));
            }
        }
        return new LabelSelector(parts);
    }

    private static Predicate<Map<String, String>> part(String text) {
        Matcher equality = EQUALITY.matcher(text);
        if (equality.matches()) {
            String key = equality.group(1);
            String value = equality.group(4);
            boolean wanted = !equality.group(3).equals("!=");
            return labels -> value.equals(labels.get(key)) == wanted;
        }
        Matcher set = SET.matcher(text);
        if (set.matches()) {
            String key = set.group(1);
            Set<String> values = Set.of(set.group(4).strip().split("\\s*,\\s*", -1));
            boolean wanted = set.group(3).equals("in");
            return labels -> (labels.containsKey(key) && values.contains(labels.get(key))) == wanted;
        }
        Matcher existence = EXISTENCE.matcher(text);
        if (existence.matches()) {
            String key = existence.group(2);
            boolean wanted = existence.group(1).isEmpty();
            return labels -> labels.containsKey(key) == wanted;
        }
        throw new IllegalArgumentException("'" + text + "' is no label selector. Write environment=prod,"
                + " region in (us-east-1, us-west-2), cloud-provider or !legacy, joined by commas.");
    }

    @Override
    public boolean test(Map<String, String> labels) {
        return parts.stream().allMatch(part -> part.test(labels));
    }
}
