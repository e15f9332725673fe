package dev.tiphys.connection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.tiphys.argo.RenewableToken;

/// A token that may stand in a file, which is read again when it has changed: Kubernetes rotates mounted Secrets under
/// a running program, by turning a symbolic link to another folder.
final class BearerToken implements RenewableToken {

    private final @Nullable Path file;
    private String token;
    private @Nullable Stamp read;

    private BearerToken(@Nullable Path file, String token) {
        this.file = file;
        this.token = token;
    }

    static BearerToken of(@Nullable String token, @Nullable Path file) {
        return new BearerToken(file, token == null ? "" : token);
    }

    /// What tells one state of the file from another: the file behind all links, its time and its size.
    private record Stamp(Path real, Instant changed, long size) {

        static Stamp of(Path file) throws IOException {
            Path real = file.toRealPath();
            return new Stamp(real, Files.getLastModifiedTime(real).toInstant(), Files.size(real));
        }
    }

    @Override
    public synchronized String get() {
        if (file != null) {
            read(file, false);
        }
        return token;
    }

    @Override
    public synchronized boolean renewed(String refused) {
        if (file != null) {
            read(file, true);
        }
        return !token.equals(refused);
    }

    private void read(Path from, boolean always) {
        try {
            Stamp now = Stamp.of(from);
            if (always || !now.equals(read)) {
                token = Files.readString(now.real()).strip();
                read = now;
            }
        } catch (IOException failure) {
            // In the instant of a rotation the link may lead nowhere; the token of before is the best there is.
            if (read == null) {
                throw new UncheckedIOException("the token file " + from + " cannot be read", failure);
            }
        }
    }

    /// The file; empty for a token that is written into the configuration.
    Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    /// When the file was written that the token was read from.
    synchronized Optional<Instant> since() {
        return Optional.ofNullable(read).map(Stamp::changed);
    }
}
