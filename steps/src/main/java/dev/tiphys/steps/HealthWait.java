package dev.tiphys.steps;

import java.time.Instant;

import dev.tiphys.argo.cd.Application;
import dev.tiphys.argo.cd.ApplicationRef;
import dev.tiphys.argo.cd.OperationState;
import dev.tiphys.steps.Poll.Observation;

/// Waits for an Application's health where no Rollout tells more. An Application that was Degraded before may recover;
/// one that becomes so was broken by the change.
final class HealthWait {

    private final ApplicationRef target;
    private boolean wasSound;

    HealthWait(ApplicationRef target) {
        this.target = target;
    }

    Observation look(Application application) {
        OperationState operation = application.operation();
        Instant finished = operation == null ? null : operation.finishedAt();
        Instant reconciled = application.reconciledAt();
        if (application.operationRequested() || (operation != null && !operation.isCompleted())) {
            return Observation.waiting("the sync of " + target + " still runs");
        }
        if (finished != null && (reconciled == null || reconciled.isBefore(finished))) {
            return Observation.waiting("Argo CD has not looked at " + target + " since its sync");
        }
        return judge(application.summary().health(), application.healthMessage());
    }

    private Observation judge(String health, String message) {
        String note = message.isEmpty() ? "" : ": " + message;
        return switch (health) {
            case "Healthy" -> Observation.done(target + " is Healthy");
            case "Degraded" -> {
                if (wasSound) {
                    throw new ChangeFailed(target.name() + " became Degraded" + note);
                }
                yield Observation.waiting(target + " is Degraded" + note);
            }
            default -> {
                wasSound = true;
                yield Observation.waiting(target + " is " + health + ", not yet Healthy" + note);
            }
        };
    }
}
