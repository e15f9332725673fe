package dev.tiphys.audit.proof;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How the log's checkpoints are signed and where they are kept.
///
/// @param keyFile the Ed25519 private key (PKCS#8, PEM); without it nothing is signed
/// @param formerKeys files with public keys (PEM) that signed earlier checkpoints
/// @param checkpointEvery how often the end of the log is signed, when it has grown
/// @param verifyEvery how often the whole chain is followed
/// @param folder where checkpoints are appended to `checkpoints.jsonl`; for several replicas a shared volume
/// @param git a repository that checkpoints are committed to
/// @param upload an address that each checkpoint is put to
@Validated
@ConfigurationProperties("tiphys.audit")
record AuditProperties(@Nullable Path keyFile, @DefaultValue List<Path> formerKeys,
        @DefaultValue("5m") @NotNull Duration checkpointEvery, @DefaultValue("24h") @NotNull Duration verifyEvery,
        @Nullable Path folder, @Nullable @Valid Git git, @Nullable @Valid Upload upload) {

    AuditProperties {
        formerKeys = formerKeys == null ? List.of() : List.copyOf(formerKeys);
    }

    /// A Git repository.
    ///
    /// @param url as `git clone` takes it
    /// @param file the path of the file in it
    /// @param tokenFile a file with the password or token; read anew for each push
    record Git(@NotBlank String url, @DefaultValue("main") String branch,
            @DefaultValue("checkpoints.jsonl") String file, @DefaultValue("tiphys") String username,
            @Nullable Path tokenFile) {}

    /// An object store that takes a PUT.
    ///
    /// @param url with `{seq}` in the place of the entry's number
    /// @param tokenFile a file with a bearer token; read anew for each call
    record Upload(@NotBlank String url, @Nullable Path tokenFile) {}
}
