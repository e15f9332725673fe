package dev.tiphys.audit.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The key that signs and those whose signatures are believed, read anew each time: a key is changed by changing files.
@Component
class CheckpointKeys {

    private final AuditProperties properties;

    CheckpointKeys(AuditProperties properties) {
        this.properties = properties;
    }

    /// Empty where none is configured.
    Optional<SigningKey> signing() {
        return Optional.ofNullable(properties.keyFile()).map(file -> read(file, SigningKey::ofPem));
    }

    /// The present key first.
    PublicKeys published() {
        List<String> texts = new ArrayList<>();
        signing().ifPresent(key -> PublicKeys.of(List.of(key.publicKey())).published()
                .forEach(published -> texts.add(published.pem())));
        properties.formerKeys().forEach(file -> texts.add(read(file, text -> text)));
        return PublicKeys.ofPem(texts);
    }

    private static <T> T read(Path file, java.util.function.Function<String, @Nullable T> reading) {
        try {
            return java.util.Objects.requireNonNull(reading.apply(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("The key " + file + " cannot be read.", e);
        }
    }
}
