package dev.tiphys.sandbox.workloads;

import java.time.Duration;
import java.util.Random;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.kube.Kind;
import dev.tiphys.sandbox.workloads.VersionBehaviour.Fate;

/// Measures for AnalysisRuns: good values, unless the version or a fault says otherwise. One seeded source of numbers
/// makes every run's chart look alive and the same again.
final class AnalysisController {

    private final World world;
    private final WorkloadTimings timings;
    private final VersionBehaviour versions;
    private final WorkloadFaults faults;
    private final WorkQueue queue;
    private final Random random = new Random(7);

    AnalysisController(World world, WorkloadTimings timings, VersionBehaviour versions, WorkloadFaults faults) {
        this.world = world;
        this.timings = timings;
        this.versions = versions;
        this.faults = faults;
        this.queue = new WorkQueue(world.clock(), this::reconcile);
    }

    WorkQueue queue() {
        return queue;
    }

    private void reconcile(ObjectKey key) {
        world.store().find(key.cluster(), Kind.ANALYSIS_RUN, key.namespace(), key.name())
                .ifPresent(run -> reconcile(key, run));
    }

    private void reconcile(ObjectKey key, ObjectNode run) {
        AnalysisTurn turn = new AnalysisTurn(run, world.clock().now(), timings.measurement());
        if (turn.isOver()) {
            return;
        }
        boolean good = !fails(key, run);
        turn.advance(() -> value(good), good);
        world.store().update(key.cluster(), Kind.ANALYSIS_RUN, key.namespace(), key.name(),
                object -> object.set("status", turn.status()));
        if (!turn.isOver()) {
            Duration delay = turn.untilNext();
            queue.addAfter(key, delay.isPositive() ? delay : Duration.ofMillis(1));
        }
    }

    private String value(boolean good) {
        double value = good ? 0.985 + random.nextDouble() * 0.014 : 0.42 + random.nextDouble() * 0.2;
        return "[" + Math.round(value * 10_000) / 10_000.0 + "]";
    }

    private boolean fails(ObjectKey key, ObjectNode run) {
        String service = run.path("metadata").path("ownerReferences").path(0).path("name").asString("");
        JsonNode template = world.store().find(key.cluster(), Kind.ROLLOUT, key.namespace(), service)
                .map(rollout -> rollout.path("spec").path("template")).orElse(run.path("absent"));
        return versions.of(PodTemplate.version(template)) == Fate.FAILING
                || faults.holds(WorkloadFaults.Type.ANALYSIS_FAILS, service, key.cluster());
    }
}
