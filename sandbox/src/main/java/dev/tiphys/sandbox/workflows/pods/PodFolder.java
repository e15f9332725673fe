package dev.tiphys.sandbox.workflows.pods;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// The file system of one container that really runs: a folder of its own.
final class PodFolder implements AutoCloseable {

    private final Path root;

    PodFolder(String podName) {
        try {
            root = Files.createTempDirectory("tiphys-" + podName.substring(Math.max(0, podName.length() - 20)) + "-");
            Files.createDirectories(root.resolve("tmp"));
            Files.createDirectories(root.resolve("var/run/argo"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Path root() {
        return root;
    }

    /// A file by its absolute path inside the container; one final line break is cut off, as the executor does.
    Optional<String> read(String path) {
        Path file = root.resolve(path.replaceFirst("^/+", "")).normalize();
        if (!file.startsWith(root) || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            String text = Files.readString(file);
            return Optional.of(text.endsWith("\n") ? text.substring(0, text.length() - 1) : text);
        } catch (IOException failure) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
