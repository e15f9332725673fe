package dev.tiphys.argo.cd;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Where an Application's manifests come from, reduced to what a promotion reads or changes. Absent texts are empty.
///
/// @param kustomizeImages overrides as Argo CD writes them, `name=repository:tag`, `repository:tag` or with `@sha256:…`
/// @param helmParameters parameter name to value, in the order of the object
/// @param forcedStrings names of those parameters that carry `forceString: true`
public record Source(String repoUrl, String path, String chart, String targetRevision, List<String> kustomizeImages,
        Map<String, String> helmParameters, Set<String> forcedStrings) {

    public static final Source NONE = new Source("", "", "", "", List.of(), Map.of());

    public Source {
        kustomizeImages = List.copyOf(kustomizeImages);
        helmParameters = Collections.unmodifiableMap(new LinkedHashMap<>(helmParameters));
        forcedStrings = Set.copyOf(forcedStrings);
    }

    public Source(String repoUrl, String path, String chart, String targetRevision, List<String> kustomizeImages,
            Map<String, String> helmParameters) {
        this(repoUrl, path, chart, targetRevision, kustomizeImages, helmParameters, Set.of());
    }
}
