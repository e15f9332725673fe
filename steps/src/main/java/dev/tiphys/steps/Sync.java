package dev.tiphys.steps;

import java.util.Optional;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.cd.Application;
import dev.tiphys.argo.cd.ApplicationRef;
import dev.tiphys.argo.cd.ArgoCd;
import dev.tiphys.argo.cd.OperationState;
import dev.tiphys.steps.Poll.Observation;

/// Starts the sync of this delivery, once, and waits until its objects are applied.
final class Sync implements Verb {

    private final ArgoCd argoCd;

    Sync(ArgoCd argoCd) {
        this.argoCd = argoCd;
    }

    @Override
    public String run(Order order, Pod pod) throws InterruptedException {
        ApplicationRef target = order.application();
        Operations own = Operations.of(order);
        Revival revival = new Revival(new LiveRollouts(argoCd.resources(), target), order, pod);
        pod.progress(0, 1);
        String done = new Poll(order, pod).until(() -> look(target, own, revival));
        pod.progress(1, 1);
        return done;
    }

    private Observation look(ApplicationRef target, Operations own, Revival revival) {
        Application application = argoCd.applications().get(target);
        Optional<OperationState> operation = application.findOperation();
        if (operation.isPresent() && own.isOwn(operation.get())) {
            return follow(target, operation.get());
        }
        // Set and not picked up yet: it may be our own from a former try, and whose it is cannot be seen before.
        if (application.operationRequested() && operation.isEmpty()) {
            return Observation.waiting("an operation of " + target + " waits to be picked up");
        }
        if (operation.isPresent() && (application.operationRequested() || !operation.get().isCompleted())) {
            return Observation.waiting("waits for the operation of " + Operations.owner(operation.get()) + " on "
                    + target + note(operation.get()));
        }
        return revival.before(application).orElseGet(() -> start(target, own));
    }

    private Observation start(ApplicationRef target, Operations own) {
        try {
            argoCd.applications().sync(target, own.infos());
            return Observation.waiting("the sync of " + target + " is asked for");
        } catch (ArgoException.Conflict e) {
            return Observation.waiting("waits, since another operation on " + target + " was first");
        }
    }

    private static Observation follow(ApplicationRef target, OperationState operation) {
        // All is applied; whether it gets healthy is the next step's question, which knows what to look at.
        if (operation.phase().equals("Running") && operation.message().startsWith("waiting for healthy state of")) {
            return Observation.done(target + " is applied, " + operation.message());
        }
        return switch (operation.phase()) {
            case "Succeeded" -> Observation.done(target + " is synced: " + operation.message());
            case "Failed", "Error" -> throw new ChangeFailed(
                    "the sync of " + target + " failed: " + operation.message());
            default -> new Observation.Waiting("the sync of " + target + " runs" + note(operation),
                    operation.message() + operation.retryCount(), false);
        };
    }

    private static String note(OperationState operation) {
        return operation.message().isEmpty() ? "" : ": " + operation.message();
    }
}
