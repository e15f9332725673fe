package dev.tiphys.recovery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The mark in a file, for a portal whose hub it may not write to.
record FileMarker(Path file) implements Marker {

    @Override
    public Optional<Mark> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (var lines = Files.lines(file)) {
            Map<String, String> fields = lines.filter(line -> line.contains("=")).collect(Collectors.toMap(
                    line -> line.substring(0, line.indexOf('=')), line -> line.substring(line.indexOf('=') + 1).strip(),
                    (first, second) -> second));
            return MarkText.mark(fields);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the marker " + file + " cannot be read", unreadable);
        }
    }

    // Renamed into place, so that nobody ever reads half of it.
    @Override
    public void write(Mark mark) {
        String text = MarkText.fields(mark).entrySet().stream().map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining("\n", "", "\n"));
        try {
            Path next = Files.writeString(file.resolveSibling(file.getFileName() + ".next"), text);
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException("the marker " + file + " cannot be written", failure);
        }
    }
}
