package dev.tiphys.argo.cd;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// One Application as list and stream give it with narrow `fields`: enough for a table row, never enough to act on.
///
/// @param cluster the destination by name, or by server URL where Argo CD knows no name
/// @param automated whether auto-sync is on
/// @param multiSource whether `spec.sources` is used; `source` then holds the first one
/// @param syncStatus `Synced`, `OutOfSync` or `Unknown`
/// @param health `Healthy`, `Progressing`, `Suspended`, `Degraded`, `Missing` or `Unknown`
/// @param operationPhase of the last or running operation; empty when there was none
/// @param images of all pods of the Application, old and new during a rollout
public record ApplicationSummary(ApplicationRef ref, Map<String, String> labels, Map<String, String> annotations,
        String cluster, String destinationServer, String destinationNamespace, Source source, boolean multiSource,
        boolean automated, String syncStatus, String revision, String health, String operationPhase,
        @Nullable Instant operationStartedAt, @Nullable Instant operationFinishedAt, List<String> images,
        @Nullable Instant createdAt, boolean deleting) {

    public ApplicationSummary {
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
        images = List.copyOf(images);
    }

    /// The same under the cluster's name: an Application may name its cluster by server alone.
    public ApplicationSummary inCluster(String name) {
        return cluster.equals(name)
                ? this
                : new ApplicationSummary(ref, labels, annotations, name, destinationServer, destinationNamespace,
                        source,
                        multiSource, automated, syncStatus, revision, health, operationPhase, operationStartedAt,
                        operationFinishedAt, images, createdAt, deleting);
    }
}
