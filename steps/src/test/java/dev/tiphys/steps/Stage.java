package dev.tiphys.steps;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Where a step plays in a test: its time stands still until it sleeps, and with every sleep the next thing happens.
final class Stage implements StepTime {

    private final Deque<Runnable> script = new ArrayDeque<>();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final Path root;
    private Instant now = Shop.START;
    private int naps;

    Stage(Path root) {
        this.root = root;
    }

    Stage then(Runnable happening) {
        script.add(happening);
        return this;
    }

    Pod pod() {
        return new Pod(Map.of("ARGO_PROGRESS_FILE", "/var/run/argo/progress"), root, this,
                new PrintStream(log, true, StandardCharsets.UTF_8));
    }

    String play(Verb verb, String... options) throws InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("step", "test", "--promotion", "checkout-v5-1", "--target",
                "shop/checkout-dev@v4", "--attempt", "a1", "--version", "v5"));
        arguments.addAll(List.of(options));
        return verb.run(Order.parse(arguments), pod());
    }

    List<String> log() {
        return Stream.of(log.toString(StandardCharsets.UTF_8).split("\n", -1)).filter(line -> !line.isEmpty()).toList();
    }

    String file(String name) throws IOException {
        return Files.readString(root.resolve(name));
    }

    Duration passed() {
        return Duration.between(Shop.START, now);
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void sleep(Duration duration) {
        now = now.plus(duration);
        if (++naps > 10_000) {
            throw new AssertionError("the step waits for ever; it said " + log());
        }
        Runnable next = script.poll();
        if (next != null) {
            next.run();
        }
    }
}
