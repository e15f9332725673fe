package dev.tiphys.sandbox.workflows.pods;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import dev.tiphys.sandbox.World;
import dev.tiphys.steps.StepProgram;

/// All pods of workflows in the sandbox, with their logs.
public final class SandboxPods implements Pods, AutoCloseable {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private final World world;
    private final StepProgram program;
    private final PlayTime time;
    private final ClusterAccess cluster;
    private final PodObjects objects;
    private final Map<String, RunningPod> byNode = new ConcurrentHashMap<>();
    private volatile Consumer<PodReport> listener = report -> {
    };
    private volatile boolean closed;

    public SandboxPods(World world, StepProgram program, PlayTime time, ClusterAccess cluster) {
        this.world = world;
        this.cluster = cluster;
        this.program = program;
        this.time = time;
        this.objects = new PodObjects(world);
    }

    /// Lets `controller` hear all reports, on the world's thread.
    public void reportTo(Consumer<PodReport> controller) {
        this.listener = controller;
    }

    @Override
    public void start(PodRequest request) {
        RunningPod pod = new RunningPod(request);
        byNode.put(key(request.namespace(), request.nodeId()), pod);
        objects.create(request);
        pod.waitsFor(world.clock().schedule(time.start(), () -> begin(pod)));
    }

    // A container whose Secret is missing waits for it, as it does under a kubelet.
    private void begin(RunningPod pod) {
        if (pod.isEnded() || closed) {
            return;
        }
        PodRequest request = pod.request();
        Map<String, String> environment;
        try {
            environment = new ContainerEnvironment(world, request).resolve();
        } catch (ContainerEnvironment.MissingKey missing) {
            listener.accept(
                    PodReport.of(request, "Pending", "CreateContainerConfigError: " + missing.problem()));
            pod.waitsFor(world.clock().schedule(LOOK_AGAIN, () -> begin(pod)));
            return;
        }
        objects.phase(request, "Running", "");
        listener.accept(PodReport.of(request, "Running", ""));
        container(request, environment).begin(pod,
                (code, outputs, message) -> world.clock().execute(() -> finish(pod, code, outputs, message)));
    }

    private Container container(PodRequest request, Map<String, String> environment) {
        if (request.template().has("resource")) {
            return new ResourceContainer(world.clock(), cluster);
        }
        return StepContainer.fits(request)
                ? new StepContainer(world, program, cluster.into(request, environment),
                        (of, progress) -> listener.accept(PodReport.progress(of, progress)))
                : new PlayedContainer(world, time.played());
    }

    private void finish(RunningPod pod, int code, PodOutputs outputs, String message) {
        if (!pod.end()) {
            return;
        }
        String result = PlayedContainer.direction(pod.request(), "result",
                StepContainer.fits(pod.request()) ? pod.log().text() : "");
        PodReport report = Container.report(pod.request(), code, outputs, result, message);
        objects.phase(pod.request(), code == 0 ? "Succeeded" : "Failed", Integer.toString(code));
        listener.accept(report);
    }

    @Override
    public void stop(String namespace, String nodeId) {
        RunningPod pod = byNode.get(key(namespace, nodeId));
        if (pod != null && pod.end()) {
            pod.kill();
            objects.phase(pod.request(), "Failed", "143");
        }
    }

    @Override
    public void forget(String namespace, String workflow) {
        for (RunningPod pod : of(namespace, workflow)) {
            pod.end();
            pod.kill();
            byNode.remove(key(namespace, pod.request().nodeId()));
        }
    }

    /// The logs of a workflow's pods, in the order of their names.
    public List<PodLog> logs(String namespace, String workflow) {
        return of(namespace, workflow).stream().map(RunningPod::log).toList();
    }

    private static String key(String namespace, String nodeId) {
        return namespace + "/" + nodeId;
    }

    private List<RunningPod> of(String namespace, String workflow) {
        List<RunningPod> pods = new ArrayList<>();
        for (RunningPod pod : byNode.values()) {
            if (pod.request().namespace().equals(namespace) && pod.request().workflow().equals(workflow)) {
                pods.add(pod);
            }
        }
        pods.sort((one, other) -> one.request().podName().compareTo(other.request().podName()));
        return pods;
    }

    @Override
    public void close() {
        closed = true;
        byNode.values().forEach(pod -> {
            pod.end();
            pod.kill();
        });
        byNode.clear();
    }
}
