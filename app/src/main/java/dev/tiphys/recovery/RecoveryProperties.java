package dev.tiphys.recovery;

import java.nio.file.Path;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the portal notices a restored database.
///
/// @param marker where the mark is kept outside of the database
/// @param markerFile for `file`
/// @param every how often the mark moves: a restore that loses less may go unnoticed by it
/// @param startHeld stand still from the start, whatever the mark says
@ConfigurationProperties("tiphys.recovery")
record RecoveryProperties(@DefaultValue("config-map") MarkerKind marker, @Nullable Path markerFile,
        @DefaultValue("10s") Duration every, @DefaultValue("false") boolean startHeld) {

    RecoveryProperties {
        if (marker == MarkerKind.FILE && markerFile == null) {
            throw new IllegalArgumentException("tiphys.recovery.marker is file, so tiphys.recovery.marker-file must"
                    + " name one.");
        }
    }

    /// Where the mark is kept.
    enum MarkerKind {
        CONFIG_MAP, FILE, NONE
    }
}
