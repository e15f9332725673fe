package dev.tiphys.notification.slack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/// A secret as configured, or in a file that is read again when it has changed: Kubernetes renews mounted Secrets under
/// a running program by turning a symbolic link.
final class SlackSecret {

    private final @Nullable Path file;
    private String value;
    private @Nullable Stamp read;

    SlackSecret(@Nullable String value, @Nullable Path file) {
        this.value = value == null ? "" : value.strip();
        this.file = file;
    }

    private record Stamp(Path real, Instant changed, long size) {

        static Stamp of(Path file) throws IOException {
            Path real = file.toRealPath();
            return new Stamp(real, Files.getLastModifiedTime(real).toInstant(), Files.size(real));
        }
    }

    /// The secret as it stands now; empty when there is none. A file that cannot be read leaves the last one in force.
    synchronized String get() {
        Path from = file;
        if (from != null) {
            read(from);
        }
        return value;
    }

    private void read(Path from) {
        try {
            Stamp now = Stamp.of(from);
            if (!now.equals(read)) {
                value = Files.readString(now.real()).strip();
                read = now;
            }
        } catch (IOException failure) {
            if (read == null) {
                throw new UncheckedIOException("the secret file " + from + " cannot be read", failure);
            }
        }
    }
}
