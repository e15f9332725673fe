package dev.tiphys.steps;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// What a step sees of the pod it runs in: variables, files, time and the log.
final class Pod {

    private final Map<String, String> environment;
    private final Path root;
    private final StepTime time;
    private final PrintStream output;
    private String said = "";

    Pod(Map<String, String> environment, Path root, StepTime time, PrintStream output) {
        this.environment = environment;
        this.root = root;
        this.time = time;
        this.output = output;
    }

    Optional<String> find(String variable) {
        return Optional.ofNullable(environment.get(variable)).map(String::strip).filter(value -> !value.isEmpty());
    }

    String get(String variable) {
        return find(variable).orElseThrow(() -> new UsageError(
                "the variable " + variable + " is not set; give it to the container from its Secret"));
    }

    Instant now() {
        return time.now();
    }

    void sleep(Duration duration) throws InterruptedException {
        time.sleep(duration);
    }

    /// Writes a line to the log unless it was the last one already.
    void say(String sentence) {
        if (!sentence.equals(said)) {
            said = sentence;
            output.println(sentence);
            output.flush();
        }
    }

    /// Leaves the reason as the output parameter of the step.
    void leaveReason(String sentence) {
        leave("reason", sentence);
    }

    /// Leaves an output parameter of the step.
    void leave(String name, String value) {
        write(root.resolve("tmp").resolve(name), value);
    }

    /// A file of the container; empty when it is not there.
    Optional<String> read(String file) {
        Path path = below(file);
        try {
            return Files.isRegularFile(path) ? Optional.of(Files.readString(path)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /// Tells Argo how far the step is, where it asks for that.
    void progress(long done, long all) {
        find("ARGO_PROGRESS_FILE").ifPresent(file -> write(below(file), Math.min(done, all) + "/" + all));
    }

    private Path below(String file) {
        Path path = root.resolve(file.replaceFirst("^/+", "")).normalize();
        if (!path.startsWith(root.normalize())) {
            throw new UsageError("ARGO_PROGRESS_FILE leads out of the container: " + file);
        }
        return path;
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
