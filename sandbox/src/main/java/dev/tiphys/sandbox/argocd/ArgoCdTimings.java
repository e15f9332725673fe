package dev.tiphys.sandbox.argocd;

import java.time.Duration;

/// How long everything takes in the sandbox's Argo CD, in sandbox time.
///
/// @param pickUp from a requested operation to `Running`
/// @param prepare from `Running` to the first object applied
/// @param apply from objects applied to the end of the operation (or the next sync wave)
/// @param settle from the end of an operation to the comparison that it forces
/// @param refreshLag from a refresh annotation or a changed spec to the comparison
/// @param compare how long a comparison takes
/// @param liveLag from a changed live object to a comparison
/// @param resync between two comparisons of a quiet Application, at least
/// @param validation how long the API checks a changed spec and resolves revisions
/// @param autoSync from a comparison to the operation that auto-sync requests
/// @param selfHeal from the last operation to one that corrects a drift
/// @param unreachable until a call to a cluster that is away gives up
/// @param clusterInfo between two looks at each cluster's connection
/// @param applicationSet from a change to the reconciliation of the ApplicationSets it concerns
/// @param terminate from `Terminating` to `Failed`; also how long a cascading deletion takes
public record ArgoCdTimings(Duration pickUp, Duration prepare, Duration apply, Duration settle, Duration refreshLag,
        Duration compare, Duration liveLag, Duration resync, Duration validation, Duration autoSync, Duration selfHeal,
        Duration unreachable, Duration clusterInfo, Duration applicationSet, Duration terminate) {

    /// As an Argo CD at ease does it: one sync takes 3 to 5 seconds.
    public static final ArgoCdTimings REALISTIC = new ArgoCdTimings(millis(500), millis(900), millis(1_300),
            millis(400), millis(200), millis(500), millis(400), Duration.ofSeconds(150), millis(250), millis(300),
            Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(10), millis(700), millis(600));

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }
}
