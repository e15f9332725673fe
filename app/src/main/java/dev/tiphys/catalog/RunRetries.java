package dev.tiphys.catalog;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.tiphys.identity.ActionTaken;
import dev.tiphys.identity.Person;
import dev.tiphys.web.Refusal;

/// Retries the last action of an instance. One that called other providers goes on in its own workflow, so that what
/// they have made already is not made again; any other begins anew.
@Component
public class RunRetries {

    private final Instances instances;
    private final CatalogRights rights;
    private final InstanceActions actions;
    private final GoingOn goingOn;
    private final CatalogNews news;

    RunRetries(Instances instances, CatalogRights rights, InstanceActions actions, GoingOn goingOn,
            CatalogNews news) {
        this.instances = instances;
        this.rights = rights;
        this.actions = actions;
        this.goingOn = goingOn;
        this.news = news;
    }

    /// Refuses as [InstanceActions#retry].
    @Transactional
    public void retry(InstanceId id, Person person) {
        rights.requireOrderSomewhere(person);
        Instance instance = instances.get(id, person);
        ActionRun last = instances.runs(id, person).stream().findFirst().orElse(null);
        if (last == null || !goingOn.fits(last)) {
            actions.retry(id, person);
            return;
        }
        try {
            rights.requireOrder(person, instance.provider(), instance.team());
            goingOn.begin(last);
        } catch (Refusal.NotAllowed | Refusal.Conflict refusal) {
            news.recordRefusal(ActionTaken.by(person, "catalog.retried", "instance", id.toString()),
                    instance.provider(), refusal);
            throw refusal;
        }
        news.record(ActionTaken.by(person, "catalog.retried", "instance", id.toString()).change(null, last.action()),
                instance.provider(), instance.team());
    }
}
