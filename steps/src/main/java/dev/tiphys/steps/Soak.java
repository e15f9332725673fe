package dev.tiphys.steps;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tiphys.argo.cd.Application;
import dev.tiphys.argo.rollouts.RolloutView;
import dev.tiphys.steps.Poll.Observation;
import dev.tiphys.steps.TrustRule.Verdict;

/// Wants the trust rule to hold without a break for a time. A break that may heal starts the time anew.
final class Soak {

    private static final Duration BETWEEN_REFRESHES = Duration.ofSeconds(10);

    private final Duration length;
    private final Pod pod;
    private final Runnable refresh;
    private boolean isOurs;
    private @Nullable Instant since;
    private @Nullable Instant refreshed;

    /// @param refresh makes Argo CD compare anew
    Soak(Duration length, Pod pod, Runnable refresh) {
        this.length = length;
        this.pod = pod;
        this.refresh = refresh;
    }

    Observation look(TrustRule rule, Application application, List<RolloutView> rollouts) {
        // A later operation may replace the record of ours; that ours did its work was seen then.
        Verdict operation = isOurs ? new Verdict.Trusted() : rule.operation(application);
        isOurs = operation instanceof Verdict.Trusted;
        Verdict verdict = isOurs ? rule.state(application, rollouts) : operation;
        if (since != null && application.summary().health().equals("Degraded")) {
            throw new ChangeFailed(application.ref().name() + " became Degraded in its soak" + note(application));
        }
        return switch (verdict) {
            case Verdict.Trusted trusted -> soaking(application);
            case Verdict.NotYet notYet -> broken(notYet.sentence());
            case Verdict.Stale stale -> {
                askAgain();
                yield broken(stale.sentence());
            }
            case Verdict.Broken failed -> throw new ChangeFailed(failed.reason());
        };
    }

    private Observation soaking(Application application) {
        Instant now = pod.now();
        Instant begun = since == null ? now : since;
        since = begun;
        Duration held = Duration.between(begun, now);
        if (held.compareTo(length) >= 0) {
            return Observation.done(length.isZero()
                    ? " and is Healthy"
                    : " and stayed Healthy for " + Durations.write(length));
        }
        pod.progress(held.toSeconds(), Math.max(1, length.toSeconds()));
        return new Observation.Waiting(application.ref() + " is Healthy and soaks for " + Durations.write(length),
                "soak",
                true);
    }

    private Observation broken(String sentence) {
        since = null;
        return Observation.waiting(sentence);
    }

    private void askAgain() {
        Instant now = pod.now();
        Instant last = refreshed;
        if (last == null || Duration.between(last, now).compareTo(BETWEEN_REFRESHES) >= 0) {
            refreshed = now;
            refresh.run();
        }
    }

    private static String note(Application application) {
        return application.healthMessage().isEmpty() ? "" : ": " + application.healthMessage();
    }
}
