package dev.tiphys.steps;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.tiphys.argo.cd.Application;
import dev.tiphys.argo.cd.ApplicationRef;
import dev.tiphys.argo.cd.ArgoCd;
import dev.tiphys.argo.cd.OperationState;
import dev.tiphys.steps.LiveRollouts.Live;
import dev.tiphys.steps.Poll.Observation;

/// Follows the update until it is through: by its Rollouts where it has some, else by the Application's health.
final class AwaitRollout implements Verb {

    private static final Duration REFRESH = Duration.ofSeconds(30);

    private final ArgoCd argoCd;

    AwaitRollout(ArgoCd argoCd) {
        this.argoCd = argoCd;
    }

    @Override
    public String run(Order order, Pod pod) throws InterruptedException {
        ApplicationRef target = order.application();
        Operations own = Operations.of(order);
        LiveRollouts rollouts = new LiveRollouts(argoCd.resources(), target);
        HealthWait health = new HealthWait(target);
        pod.progress(0, 1);
        return new Poll(order, pod).until(() -> look(argoCd.applications().get(target), own, rollouts, health, pod));
    }

    private Observation look(Application application, Operations own, LiveRollouts rollouts, HealthWait health,
            Pod pod) {
        Optional<OperationState> operation = application.findOperation();
        operation.filter(own::isOwn).ifPresent(AwaitRollout::failIfFailed);
        List<Live> live = rollouts.list();
        if (live.isEmpty()) {
            return health.look(isFresh(application) ? application : refreshed(application));
        }
        Observation seen = new RolloutWait(rollouts, pod).look(live);
        // A Rollout of a later sync wave looks well until its turn comes.
        return seen instanceof Observation.Done && isRunning(application)
                ? new Observation.Waiting("the sync of " + application.ref() + " still runs",
                        operation.map(OperationState::message).orElse(""), false)
                : seen;
    }

    private static boolean isFresh(Application application) {
        Instant reconciled = application.reconciledAt();
        Instant finished = application.findOperation().map(OperationState::finishedAt).orElse(null);
        return finished == null || (reconciled != null && !reconciled.isBefore(finished));
    }

    private Application refreshed(Application application) {
        return isRunning(application) ? application : argoCd.applications().refresh(application.ref(), REFRESH);
    }

    private static boolean isRunning(Application application) {
        return application.operationRequested()
                || application.findOperation().filter(operation -> !operation.isCompleted()).isPresent();
    }

    private static void failIfFailed(OperationState operation) {
        if (operation.isCompleted() && !operation.phase().equals("Succeeded")) {
            throw new ChangeFailed("the sync failed: " + operation.message());
        }
    }
}
