package dev.tiphys.steps;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.tiphys.argo.cd.Application;
import dev.tiphys.argo.cd.OperationState;
import dev.tiphys.steps.LiveRollouts.Live;
import dev.tiphys.steps.Poll.Observation;

/// Takes an aborted update up again before its second delivery: a sync alone changes nothing then, because the objects
/// ask for the version already.
final class Revival {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final LiveRollouts rollouts;
    private final Order order;
    private final Pod pod;
    private @Nullable Instant asked;

    Revival(LiveRollouts rollouts, Order order, Pod pod) {
        this.rollouts = rollouts;
        this.order = order;
        this.pod = pod;
    }

    /// @return what to wait for; empty when the sync may start
    Optional<Observation> before(Application application) {
        if (!isApplied(application)) {
            return Optional.empty();
        }
        List<Live> aborted = rollouts.list().stream().filter(rollout -> rollout.view().aborted()).toList();
        if (aborted.isEmpty()) {
            return Optional.empty();
        }
        Instant since = asked;
        if (since == null) {
            aborted.forEach(rollouts::retry);
            asked = pod.now();
        } else if (Duration.between(since, pod.now()).compareTo(LONGEST) > 0) {
            return Optional.empty();
        }
        return Optional.of(Observation.waiting("the aborted update of " + aborted.getFirst().ref().name()
                + " is taken up again"));
    }

    /// Only what failed at this very version may be taken up; the sync to another one starts afresh by itself.
    private boolean isApplied(Application application) {
        Optional<OperationState> last = application.findOperation();
        return last.isPresent() && order.find("version").isPresent()
                && Mechanism.of(order, application.summary()).carries(last.get().resultSource(), order.version());
    }
}
