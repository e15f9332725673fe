package dev.tiphys.packaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A tool of the machine that may be there or not.
record Command(Path folder, List<String> words) {

    static Command in(Path folder, String... words) {
        return new Command(folder, List.of(words));
    }

    /// What it prints; empty when the tool is missing or does not succeed.
    Optional<String> find() throws IOException, InterruptedException {
        Optional<Outcome> outcome = run();
        return outcome.filter(end -> end.code() == 0).map(Outcome::output);
    }

    /// How it ends; empty when the tool is missing.
    Optional<Outcome> run() throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true).start();
        } catch (IOException missing) {
            return Optional.empty();
        }
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException(words + " does not end");
        }
        return Optional.of(new Outcome(process.exitValue(), output));
    }

    record Outcome(int code, String output) {}
}
