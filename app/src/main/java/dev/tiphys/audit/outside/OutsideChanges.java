package dev.tiphys.audit.outside;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.tiphys.argo.cd.OperationState;
import dev.tiphys.fleet.FleetApplication;
import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Actor;
import dev.tiphys.identity.Scope;

/// Judges a finished operation: one that carries an info of the portal came through it and is on record already, any
/// other becomes an entry of its own.
@Component
class OutsideChanges {

    private static final String OURS = "tiphys.dev/";

    private final SeenOperations seen;
    private final ApplicationEventPublisher events;

    OutsideChanges(SeenOperations seen, ApplicationEventPublisher events) {
        this.seen = seen;
        this.events = events;
    }

    @Transactional
    public void judge(FleetApplication application, SeenOperations.Seen operation, OperationState state) {
        seen.take(operation).filter(before -> state.info().keySet().stream().noneMatch(key -> key.startsWith(OURS)))
                .ifPresent(before -> record(application, state, before));
    }

    private void record(FleetApplication application, OperationState state, String before) {
        String who = state.initiatedBy().isEmpty() ? "auto-sync" : state.initiatedBy();
        ActionTaken action = ActionTaken.by(new Actor("argocd:" + who, who + ", in Argo CD", "Argo CD"),
                "fleet.changed-outside", "application", application.ref().toString())
                .change(before, application.version()).on(application.cluster()).about(scope(application))
                .because("sync to " + state.resultRevision());
        events.publishEvent(state.phase().equals("Succeeded")
                ? action
                : action.failed("sync to " + state.resultRevision() + " " + state.phase() + ": " + state.message()));
    }

    private static Scope scope(FleetApplication application) {
        if (application.service().isEmpty()) {
            return Scope.portal();
        }
        Scope scope = Scope.service(application.service(), application.team().isEmpty() ? null : application.team());
        return application.environment().isEmpty() ? scope : scope.in(application.environment());
    }
}
