package dev.tiphys.promotion.web;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.tiphys.promotion.PromotionView;
import dev.tiphys.promotion.figures.Figures;
import dev.tiphys.web.NamedLink;

/// Everything about one service: its twin in the JSON API, and what its page is made of.
///
/// @param promotions the last ones, newest first
record ServiceReport(String name, String owner, List<Place> environments, List<Known> versions, List<Running> targets,
        List<NamedLink> links, List<String> production, List<Figures> figures, List<PromotionView> promotions) {

    /// An environment of the service, and who may do what there.
    ///
    /// @param runs the version, or the mix of versions, in words
    /// @param approval whether a promotion into it needs one
    /// @param whyNot why the person who asks may not promote to it, and whom to ask; empty when they may
    record Place(String name, String runs, int targets, boolean approval, List<String> promoters,
            List<String> approvers, String whyNot) {}

    /// A version that runs, was announced, or was promoted.
    ///
    /// @param announcedAt null when no build has announced it
    /// @param promotedAt when it was promoted last; null when that is not in the last promotions
    record Known(String version, List<String> environments, @Nullable Instant announcedAt, String announcedBy,
            String revision, Map<String, URI> links, @Nullable Instant promotedAt, int promotions) {}

    /// One Application.
    ///
    /// @param argoCd address of its page in Argo CD; null when that is not known
    record Running(String application, String project, String cluster, String environment, String version,
            String health, boolean reachable, @Nullable String argoCd, List<NamedLink> links) {}
}
