package dev.tiphys.sandbox.workflows;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

import dev.tiphys.steps.StepProgram;
import dev.tiphys.steps.StepTime;

/// A step program whose exit codes a test foretells.
final class ScriptedSteps implements StepProgram {

    private final Map<String, Deque<Integer>> codes = new ConcurrentHashMap<>();
    private final Deque<String> calls = new ConcurrentLinkedDeque<>();
    private final Deque<Map<String, String>> environments = new ConcurrentLinkedDeque<>();
    private volatile Duration takes = Duration.ofSeconds(5);

    /// The next runs whose arguments contain `text` end with these codes, one after the other.
    void exit(String text, Integer... next) {
        codes.computeIfAbsent(text, key -> new ConcurrentLinkedDeque<>()).addAll(List.of(next));
    }

    void take(Duration duration) {
        this.takes = duration;
    }

    List<String> calls() {
        return List.copyOf(calls);
    }

    Map<String, String> lastEnvironment() {
        return environments.getLast();
    }

    @Override
    public int run(List<String> arguments, Map<String, String> environment, Path root, StepTime time,
            PrintStream output) throws InterruptedException {
        String line = String.join(" ", arguments);
        calls.add(line);
        environments.add(environment);
        output.println("runs " + line);
        write(root.resolve("var/run/argo/progress"), "1/2");
        time.sleep(takes);
        for (Map.Entry<String, Deque<Integer>> entry : codes.entrySet()) {
            Integer code = line.contains(entry.getKey()) ? entry.getValue().poll() : null;
            if (code != null) {
                write(root.resolve("tmp/reason"), "told to end with " + code + "\n");
                return code;
            }
        }
        return line.startsWith("step refuse") ? 10 : 0;
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
