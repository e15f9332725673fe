package dev.tiphys.audit.proof;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

/// The configured places outside the database.
@Component
class CheckpointTargets {

    private final List<CheckpointTarget> all;

    CheckpointTargets(AuditProperties properties) {
        this.all = Stream.<Optional<CheckpointTarget>>of(
                Optional.ofNullable(properties.folder()).map(FolderTarget::new),
                Optional.ofNullable(properties.git()).map(GitTarget::new),
                Optional.ofNullable(properties.upload()).map(UploadTarget::new))
                .flatMap(Optional::stream).toList();
    }

    List<CheckpointTarget> all() {
        return all;
    }
}
