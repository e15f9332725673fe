package dev.tiphys.steps;

import java.time.Instant;
import java.util.List;

import dev.tiphys.argo.cd.Application;
import dev.tiphys.argo.cd.OperationState;
import dev.tiphys.argo.rollouts.RolloutView;

/// When a target may be called done. Each part stands for a race in which "Synced and Healthy" still speaks of the
/// version before.
final class TrustRule {

    private final Operations own;
    private final Mechanism mechanism;
    private final String version;

    TrustRule(Operations own, Mechanism mechanism, String version) {
        this.own = own;
        this.mechanism = mechanism;
        this.version = version;
    }

    /// Whether our own operation put the wanted thing there. Once true, it stays so for this delivery.
    Verdict operation(Application application) {
        OperationState operation = application.operation();
        if (operation == null) {
            return new Verdict.NotYet("the sync waits to be picked up");
        }
        if (!own.isOwn(operation)) {
            return new Verdict.Broken("the operation of " + Operations.owner(operation)
                    + " took the place of this delivery's own before it could be verified");
        }
        if (!operation.isCompleted()) {
            return new Verdict.NotYet("the sync still runs: " + operation.message());
        }
        if (!operation.phase().equals("Succeeded")) {
            return new Verdict.Broken("the sync failed: " + operation.message());
        }
        return applied(operation);
    }

    /// Whether what Argo CD and the Rollouts say now is about our change, and good. Asked again and again in a soak.
    Verdict state(Application application, List<RolloutView> rollouts) {
        String wanted = mechanism.version(application.summary().source()).orElse("nothing");
        if (!mechanism.carries(application.summary().source(), version)) {
            return new Verdict.Broken("the change was reverted: " + application.ref() + " asks for " + wanted
                    + " instead of " + version + owner(application));
        }
        if (!isFresh(application)) {
            return new Verdict.Stale("Argo CD has not looked at it since its sync");
        }
        if (!mechanism.carries(application.comparedTo(), version)) {
            return new Verdict.Stale("Argo CD's comparison still speaks of another version");
        }
        return rollouts.stream().filter(view -> !view.isDone() || !view.observed()).findFirst()
                .<Verdict>map(view -> new Verdict.NotYet("the rollout of " + view.name() + " is not through: "
                        + view.phase() + " " + view.message()))
                .orElseGet(() -> health(application));
    }

    private Verdict applied(OperationState operation) {
        String pinned = operation.requestedRevision();
        if (!pinned.isEmpty() && !pinned.equals(operation.resultRevision())) {
            return new Verdict.Broken("the sync applied revision " + operation.resultRevision() + " instead of "
                    + pinned);
        }
        if (!mechanism.carries(operation.resultSource(), version)) {
            return new Verdict.Broken("the sync applied " + mechanism.version(operation.resultSource())
                    .orElse("no version") + " instead of " + version + ": the change was reverted before it");
        }
        return new Verdict.Trusted();
    }

    private static boolean isFresh(Application application) {
        OperationState operation = application.operation();
        Instant finished = operation == null ? null : operation.finishedAt();
        Instant reconciled = application.reconciledAt();
        return finished == null || (reconciled != null && !reconciled.isBefore(finished));
    }

    private static Verdict health(Application application) {
        String health = application.summary().health();
        return health.equals("Healthy")
                ? new Verdict.Trusted()
                : new Verdict.NotYet(application.ref() + " is " + health
                        + (application.healthMessage().isEmpty() ? "" : ": " + application.healthMessage()));
    }

    private static String owner(Application application) {
        return application.applicationSet().isEmpty()
                ? ""
                : "; the ApplicationSet " + application.applicationSet()
                        + " owns it and does not ignore this difference";
    }

    sealed interface Verdict {

        record Trusted() implements Verdict {}

        record NotYet(String sentence) implements Verdict {}

        /// What Argo CD says is older than the change: ask it to look again.
        record Stale(String sentence) implements Verdict {}

        record Broken(String reason) implements Verdict {}
    }
}
