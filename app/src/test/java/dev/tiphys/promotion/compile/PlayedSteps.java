package dev.tiphys.promotion.compile;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

import dev.tiphys.steps.StepProgram;
import dev.tiphys.steps.StepTime;
import dev.tiphys.steps.Steps;

/// A step program that does nothing but end as a test foretells, and remembers what it was told. Gates are checked
/// in earnest.
final class PlayedSteps implements StepProgram {

    private final Map<String, Integer> failures = new ConcurrentHashMap<>();
    private final Queue<String> calls = new ConcurrentLinkedQueue<>();

    /// The next run with this text among its arguments says that the change failed.
    void failNext(String text) {
        failures.put(text, 10);
    }

    /// Each as `verb target secret's token`, in their order.
    List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public int run(List<String> arguments, Map<String, String> environment, Path root, StepTime time,
            PrintStream output) throws InterruptedException {
        int target = arguments.indexOf("--target");
        calls.add(arguments.get(1) + (target < 0 ? "" : " " + arguments.get(target + 1)) + " "
                + environment.getOrDefault("ARGOCD_AUTH_TOKEN", "-"));
        time.sleep(Duration.ofSeconds(1));
        for (String text : List.copyOf(failures.keySet())) {
            if (String.join(" ", arguments).contains(text) && failures.remove(text) != null)
                return 10;
        }
        return arguments.get(1).equals("check-gate")
                ? Steps.program().run(arguments, environment, root, time, output)
                : 0;
    }
}
