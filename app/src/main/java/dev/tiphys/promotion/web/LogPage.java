package dev.tiphys.promotion.web;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tiphys.web.Age;
import dev.tiphys.web.Status;

/// What the pods and analyses of a target say, or said.
///
/// @param text empty while it has said nothing, or when what is kept says it
/// @param trouble why the log cannot be read now; empty when it can
/// @param kept what stays, the newest delivery first
/// @param workflow address of its node in Argo Workflows
/// @param argoCd address of its Application in Argo CD; null when that is not known
record LogPage(String href, String service, String version, String promotion, String cluster, String application,
        Status status, String step, String pod, String text, String trouble, List<Kept> kept, String live,
        String workflow, @Nullable String argoCd) {

    LogPage {
        kept = List.copyOf(kept);
    }

    /// One piece of evidence.
    ///
    /// @param title such as `await-rollout, delivery 2`
    /// @param open whether it is unfolded from the start
    record Kept(String title, String source, Age age, String text, String trouble, List<Metric> metrics,
            boolean open) {}

    /// @param failures such as `2 failed, 0 allowed`
    record Metric(String name, Status status, String limit, String failures, List<Value> values) {}

    record Value(String text, String css, String at) {}
}
