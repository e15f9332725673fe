package dev.tiphys.promotion;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/// A version that a build has announced.
///
/// @param revision of the Git repository it was built from; empty when that was not said
/// @param links by name, such as `changes` or `build`
/// @param announcedBy the name of who announced it last
public record AnnouncedVersion(String version, String revision, Map<String, URI> links, Instant announcedAt,
        String announcedBy) {

    public AnnouncedVersion {
        links = Map.copyOf(new TreeMap<>(links));
    }
}
