package dev.tiphys.connection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/// A token that may stand in a file, which is read again when it has changed: Kubernetes rotates mounted Secrets under
/// a running program.
final class BearerToken implements Supplier<String> {

    private final Path file;
    private String token = "";
    private @Nullable FileTime readAt;

    private BearerToken(Path file) {
        this.file = file;
    }

    static Supplier<String> of(@Nullable String token, @Nullable Path file) {
        if (file != null) {
            return new BearerToken(file);
        }
        String fixed = token == null ? "" : token;
        return () -> fixed;
    }

    @Override
    public synchronized String get() {
        try {
            FileTime changed = Files.getLastModifiedTime(file);
            if (!changed.equals(readAt)) {
                token = Files.readString(file).strip();
                readAt = changed;
            }
            return token;
        } catch (IOException failure) {
            if (readAt != null) {
                return token;
            }
            throw new UncheckedIOException("the token file " + file + " cannot be read", failure);
        }
    }
}
