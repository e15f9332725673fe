package dev.tiphys.steps;

import dev.tiphys.argo.cd.Application;
import dev.tiphys.argo.cd.ApplicationRef;
import dev.tiphys.argo.cd.ApplicationSummary;
import dev.tiphys.argo.cd.ArgoCd;
import dev.tiphys.steps.Poll.Observation;

/// Writes the version into the Application, if it still runs what the plan saw.
final class SetVersion implements Verb {

    private final ArgoCd argoCd;

    SetVersion(ArgoCd argoCd) {
        this.argoCd = argoCd;
    }

    @Override
    public String run(Order order, Pod pod) throws InterruptedException {
        ApplicationRef target = order.application();
        String from = order.from();
        String to = order.version();
        pod.progress(0, 1);
        String done = new Poll(order, pod).until(() -> Observation.done(change(order, target, from, to)));
        pod.progress(1, 1);
        return done;
    }

    private String change(Order order, ApplicationRef target, String from, String to) {
        ApplicationSummary application = argoCd.applications().get(target).summary();
        Mechanism mechanism = Mechanism.of(order, application);
        String runs = mechanism.version(application.source()).or(() -> mechanism.running(application)).orElse("");
        if (mechanism.carries(application.source(), to)) {
            return target + " is on " + to + " already";
        }
        if (!runs.equals(from)) {
            throw new ChangeFailed("changed since the plan: runs " + shown(runs) + ", the plan saw " + shown(from));
        }
        if (application.multiSource()) {
            throw new ChangeFailed(target + " has several sources; its version can only be changed in Git");
        }
        Application changed = argoCd.applications().patch(target, mechanism.patch(application.source(), to));
        if (!mechanism.carries(changed.summary().source(), to)) {
            throw new ChangeFailed("Argo CD took the change of " + target + " to " + to + " and did not keep it");
        }
        return target + " is set from " + shown(from) + " to " + to;
    }

    private static String shown(String version) {
        return version.isEmpty() ? "no known version" : version;
    }
}
