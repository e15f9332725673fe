package dev.tiphys.sandbox.workflows.engine;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.kube.Kind;
import dev.tiphys.sandbox.kube.ObjectMeta;
import dev.tiphys.sandbox.kube.WatchEvent;
import dev.tiphys.sandbox.time.SimClock;
import dev.tiphys.sandbox.workflows.pods.PodReport;
import dev.tiphys.sandbox.workflows.pods.Pods;

/// The workflow controller: it sees every Workflow object of the hub, whoever made it, and moves it on. All of it
/// happens on the world's thread.
public final class WorkflowController implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(WorkflowController.class);

    private final World world;
    private final Pods pods;
    private final WorkflowCheck check;
    private final Map<WorkflowKey, Long> written = new HashMap<>();
    private final Map<WorkflowKey, Alarm> alarms = new HashMap<>();
    private Optional<AutoCloseable> subscription = Optional.empty();

    public WorkflowController(World world, Pods pods, WorkflowCheck check) {
        this.world = world;
        this.pods = pods;
        this.check = check;
    }

    public void start() {
        subscription = Optional.of(world.follow(World.HUB, Kind.WORKFLOW, this::hear));
        for (ObjectNode workflow : world.store().list(World.HUB, Kind.WORKFLOW, "")) {
            WorkflowKey key = WorkflowKey.of(workflow);
            world.clock().execute(() -> operate(key, List.of()));
        }
    }

    /// Takes in what a pod reports; call on the world's thread.
    public void report(PodReport report) {
        operate(new WorkflowKey(report.namespace(), report.workflow()), List.of(report));
    }

    private void hear(WatchEvent event) {
        WorkflowKey key = WorkflowKey.of(event.object());
        if (event.type() == WatchEvent.Type.DELETED) {
            written.remove(key);
            Optional.ofNullable(alarms.remove(key)).ifPresent(alarm -> alarm.scheduled().cancel());
            pods.forget(key.namespace(), key.name());
        } else if (written.getOrDefault(key, 0L) < event.resourceVersion()) {
            operate(key, List.of());
        }
    }

    private void operate(WorkflowKey key, List<PodReport> reports) {
        if (world.store().find(World.HUB, Kind.WORKFLOW, key.namespace(), key.name()).isEmpty()) {
            return;
        }
        Run[] last = new Run[1];
        ObjectNode after = world.store().update(World.HUB, Kind.WORKFLOW, key.namespace(), key.name(), workflow -> {
            last[0] = new Run(workflow, world.clock().now());
            Reports taker = new Reports(last[0]);
            reports.forEach(taker::take);
            operate(last[0]);
        });
        written.put(key, Long.valueOf(ObjectMeta.resourceVersion(after)));
        last[0].effects().forEach(effect -> perform(key, last[0], effect));
    }

    private void operate(Run run) {
        TemplateLibrary library = StoredTemplates.of(world, run.namespace());
        try {
            new WorkflowOperation(run, library, workflow -> check.problem(workflow, library)).operate();
        } catch (WorkflowFault fault) {
            new Finish(run).as("Error", fault.getMessage());
        } catch (RuntimeException bug) {
            log.error("the controller failed on workflow {}/{}", run.namespace(), run.name(), bug);
            new Finish(run).as("Error", bug.toString());
        }
    }

    private void perform(WorkflowKey key, Run run, Effect effect) {
        switch (effect) {
            case Effect.StartPod start -> pods.start(start.request());
            case Effect.StopPod stop -> pods.stop(key.namespace(), stop.nodeId());
            case Effect.WakeIn wake -> wakeAt(key, world.clock().now().plus(wake.delay()));
            case Effect.Tell tell -> new WorkflowEvents(world).tell(run.workflow(), tell);
            case Effect.DeleteAfter end -> world.clock().schedule(end.delay(), () -> delete(key));
        }
    }

    private void wakeAt(WorkflowKey key, Instant moment) {
        Alarm present = alarms.get(key);
        if (present != null && !moment.isBefore(present.due()) && present.due().isAfter(world.clock().now())) {
            return;
        }
        if (present != null) {
            present.scheduled().cancel();
        }
        SimClock.Scheduled scheduled = world.clock().schedule(
                java.time.Duration.between(world.clock().now(), moment), () -> operate(key, List.of()));
        alarms.put(key, new Alarm(moment, scheduled));
    }

    private void delete(WorkflowKey key) {
        if (world.store().find(World.HUB, Kind.WORKFLOW, key.namespace(), key.name()).isPresent()) {
            world.store().delete(World.HUB, Kind.WORKFLOW, key.namespace(), key.name());
        }
    }

    @Override
    public void close() {
        subscription.ifPresent(Subscriptions::end);
    }

    private record Alarm(Instant due, SimClock.Scheduled scheduled) {}

    /// What refuses a workflow whose spec cannot run.
    @FunctionalInterface
    public interface WorkflowCheck {

        Optional<String> problem(ObjectNode workflow, TemplateLibrary library);
    }
}
