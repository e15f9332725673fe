package dev.tiphys.promotion.web;

import java.time.Instant;
import java.util.List;

import dev.tiphys.promotion.AnnouncedVersion;
import dev.tiphys.web.Age;
import dev.tiphys.web.NamedLink;

/// What a build has said about a version.
///
/// @param words such as "built 3 h ago from 8f2d1c7"
record VersionNote(String words, String revision, List<NamedLink> links) {

    private static final int FULL_REVISION = 40;
    private static final int SHORT_REVISION = 7;

    static VersionNote of(AnnouncedVersion version, Instant now) {
        String from = version.revision().isEmpty() ? "" : " from " + shortened(version.revision());
        return new VersionNote("built " + Age.of(version.announcedAt(), now).words() + " ago" + from,
                version.revision(), ServicePages.links(version.links()));
    }

    static String shortened(String revision) {
        return revision.length() == FULL_REVISION ? revision.substring(0, SHORT_REVISION) : revision;
    }
}
