package dev.tiphys.sandbox.workflows.expr;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A task's `depends`: which tasks it looks at, and whether their results let it run.
public final class Depends {

    private static final Pattern TERM = Pattern.compile("([a-zA-Z0-9][-a-zA-Z0-9]*)(?:\\.([A-Za-z]+))?");
    private static final Set<String> RESULTS = Set.of("Succeeded", "Failed", "Errored", "Skipped", "Omitted",
            "Daemoned", "AnySucceeded", "AllFailed");

    private final String source;
    private final Set<String> tasks = new LinkedHashSet<>();

    private Depends(String source) {
        this.source = source;
    }

    /// Reads the logic; what is not understood is an [ExpressionException].
    public static Depends parse(String source) {
        Depends depends = new Depends(source);
        Matcher term = TERM.matcher(source);
        while (term.find()) {
            depends.tasks.add(term.group(1));
            String result = term.group(2);
            if (result != null && !RESULTS.contains(result)) {
                throw new ExpressionException("task result '" + result + "' for task '" + term.group(1)
                        + "' is invalid, use one of " + RESULTS.stream().sorted().toList());
            }
        }
        depends.holds((task, result) -> true);
        return depends;
    }

    public Set<String> tasks() {
        return Set.copyOf(tasks);
    }

    /// The tasks in the order of their first mention.
    public Iterable<String> inOrder() {
        return tasks;
    }

    /// @param test whether a task has a result, such as `Succeeded`
    public boolean holds(BiPredicate<String, String> test) {
        String logic = TERM.matcher(source).replaceAll(term -> Boolean.toString(holds(term.group(1), term.group(2),
                test)));
        return Expression.parse(logic).evaluateBoolean(Map.of());
    }

    private static boolean holds(String task, @org.jspecify.annotations.Nullable String result,
            BiPredicate<String, String> test) {
        if (result != null) {
            return test.test(task, result);
        }
        return test.test(task, "Succeeded") || test.test(task, "Skipped") || test.test(task, "Daemoned");
    }
}
