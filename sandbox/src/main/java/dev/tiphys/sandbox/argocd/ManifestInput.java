package dev.tiphys.sandbox.argocd;

import java.util.List;
import java.util.Map;

/// What an Application says about where its manifests come from. Absent texts are empty.
///
/// @param application the Application's name
/// @param labels of the Application; a renderer that goes by `path` alone is closer to the real one
/// @param cluster the member cluster it is deployed to, by its name in the kube store
/// @param namespace the destination's namespace
/// @param targetRevision the branch, tag or chart version that the source asks for
/// @param revision what that resolves to: a 40-digit SHA for Git, the version for a chart
/// @param images Kustomize's overrides, such as `registry.example/checkout:v5`
/// @param helmParameters name to value, such as `image.tag` → `v5`
public record ManifestInput(String application, Map<String, String> labels, String cluster, String namespace,
        String repoUrl, String path, String chart, String targetRevision, String revision,
        List<String> images, Map<String, String> helmParameters) {

    public ManifestInput {
        labels = Map.copyOf(labels);
        images = List.copyOf(images);
        helmParameters = Map.copyOf(helmParameters);
    }
}
