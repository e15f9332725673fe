package dev.tiphys.promotion.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Assumptions;

/// Python with Hera as its users have it, installed once into `target/hera-venv`.
public final class HeraEnvironment {

    private static final Path FOLDER = Path.of("target/hera-venv").toAbsolutePath();
    private static final String HERA = "hera[yaml]==7.0.0";

    private HeraEnvironment() {
    }

    /// The interpreter; the test is skipped, loudly, where it cannot be had.
    public static synchronized String python() throws IOException, InterruptedException {
        Path python = FOLDER.resolve("bin/python");
        Path done = FOLDER.resolve("installed-" + HERA.replaceAll("[^a-z0-9.]", "-"));
        if (Files.exists(done))
            return python.toString();
        String trouble = trouble("python3", "-m", "venv", "--clear", FOLDER.toString());
        if (trouble.isEmpty()) {
            trouble = trouble(python.toString(), "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
                    HERA);
        }
        if (!trouble.isEmpty()) {
            System.err.println("""
                    ************************************************************************
                    SKIPPED: the generated Hera programs were NOT compared with Hera itself,
                    because %s could not be installed: %s
                    ************************************************************************"""
                    .formatted(HERA, trouble));
            Assumptions.abort(HERA + " could not be installed");
        }
        Files.createFile(done);
        return python.toString();
    }

    /// Runs a command and returns what it printed.
    public static Output run(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(Arrays.asList(command));
        Path log = Files.createTempFile("tiphys-python", ".log");
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().remove("ARGO_SERVER");
        builder.environment().putAll(environment);
        Process process = builder.start();
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        if (!ended)
            process.destroyForcibly().waitFor();
        String text = Files.readString(log);
        Files.delete(log);
        return new Output(ended ? process.exitValue() : -1, text);
    }

    private static String trouble(String... command) throws InterruptedException {
        try {
            Output output = run(Map.of(), command);
            return output.exitCode() == 0 ? "" : output.text() + " (exit code " + output.exitCode() + ")";
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /// What it printed, and its exit code; -1 when it did not end in time.
    public record Output(int exitCode, String text) {}
}
