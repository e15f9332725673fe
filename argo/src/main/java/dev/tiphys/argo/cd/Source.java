package dev.tiphys.argo.cd;

import java.util.List;
import java.util.Map;

/// Where an Application's manifests come from, reduced to what a promotion reads or changes. Absent texts are empty.
///
/// @param kustomizeImages overrides as Argo CD writes them, `name=repository:tag`, `repository:tag` or with `@sha256:…`
/// @param helmParameters parameter name to value
public record Source(String repoUrl, String path, String chart, String targetRevision, List<String> kustomizeImages,
        Map<String, String> helmParameters) {

    public static final Source NONE = new Source("", "", "", "", List.of(), Map.of());

    public Source {
        kustomizeImages = List.copyOf(kustomizeImages);
        helmParameters = Map.copyOf(helmParameters);
    }
}
