package dev.tiphys.steps;

import java.time.Duration;

import dev.tiphys.argo.cd.Application;
import dev.tiphys.argo.cd.ApplicationRef;
import dev.tiphys.argo.cd.ArgoCd;

/// Calls a target done only when the trust rule holds, and still does after the soak.
final class Verify implements Verb {

    private final ArgoCd argoCd;

    Verify(ArgoCd argoCd) {
        this.argoCd = argoCd;
    }

    @Override
    public String run(Order order, Pod pod) throws InterruptedException {
        ApplicationRef target = order.application();
        Duration soak = order.duration("soak", "0s");
        String version = order.version();
        Operations own = Operations.of(order);
        LiveRollouts rollouts = new LiveRollouts(argoCd.resources(), target);
        Soak wait = new Soak(soak, pod, () -> argoCd.applications().refresh(target, Duration.ofSeconds(30)));
        pod.progress(0, 1);
        String done = new Poll(order, pod).until(() -> {
            Application application = argoCd.applications().get(target);
            TrustRule rule = new TrustRule(own, Mechanism.of(order, application.summary()), version);
            return wait.look(rule, application, rollouts.list().stream().map(LiveRollouts.Live::view).toList());
        });
        pod.progress(1, 1);
        return target + " runs " + version + done;
    }
}
