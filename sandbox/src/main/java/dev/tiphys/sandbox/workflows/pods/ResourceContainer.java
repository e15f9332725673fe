package dev.tiphys.sandbox.workflows.pods;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

import dev.tiphys.sandbox.time.SimClock;

/// The pod of a resource template: it does the action as its service account, waits for the conditions, looking every
/// five seconds, and then reads the outputs from the live object. Who kills it ends the waiting and nothing else.
final class ResourceContainer implements Container {

    private static final int EXIT = 64;
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private final SimClock clock;
    private final ClusterAccess cluster;

    ResourceContainer(SimClock clock, ClusterAccess cluster) {
        this.clock = clock;
        this.cluster = cluster;
    }

    @Override
    public void begin(RunningPod pod, Exit exits) {
        Thread thread = Thread.ofVirtual().name(pod.request().podName()).unstarted(() -> run(pod, exits));
        pod.runsOn(thread);
        thread.start();
    }

    private void run(RunningPod pod, Exit exits) {
        PodOutputs none = new PodOutputs(Map.of(), Optional.empty());
        try {
            exits.exited(0, act(pod), "");
        } catch (ResourceFailure failure) {
            say(pod, "level=error " + failure.words());
            exits.exited(EXIT, none, failure.words());
        } catch (InterruptedException killed) {
            pod.log().end();
        }
    }

    private PodOutputs act(RunningPod pod) throws InterruptedException {
        PodRequest request = pod.request();
        JsonNode resource = request.template().path("resource");
        ResourceConditions conditions = ResourceConditions.of(resource);
        ResourceAction action = new ResourceAction(resource, request.namespace(),
                new Kubectl(cluster.kubernetes(), ClusterAccess.token(request)), line -> say(pod, line));
        Optional<ResourceAction.Target> target = action.perform();
        if (target.isEmpty()) {
            return ResourceOutputs.read(request, "{}");
        }
        if (!conditions.isEmpty()) {
            await(pod, action, target.get(), conditions);
        }
        return request.template().path("outputs").path("parameters").isEmpty()
                ? new PodOutputs(Map.of(), Optional.empty())
                : ResourceOutputs.read(request, action.get(target.get()).toString());
    }

    private void await(RunningPod pod, ResourceAction action, ResourceAction.Target target,
            ResourceConditions conditions) throws InterruptedException {
        say(pod, "waiting for conditions of " + target);
        while (!conditions.hold(look(pod, action, target))) {
            clock.sleep(LOOK_AGAIN);
        }
        say(pod, "returning from successful wait for resource " + target);
    }

    private JsonNode look(RunningPod pod, ResourceAction action, ResourceAction.Target target)
            throws InterruptedException {
        while (true) {
            try {
                return action.get(target);
            } catch (Kubectl.Refused refused) {
                if (refused.status() == 404) {
                    throw new ResourceFailure("The resource has been deleted while its status was still being checked."
                            + " Will not be retried: " + refused.message());
                }
                if (refused.status() < 500 && refused.status() != 429) {
                    throw new ResourceFailure(refused.words());
                }
                say(pod, "the error is detected to be transient, retrying: " + refused.message());
            }
            clock.sleep(LOOK_AGAIN);
        }
    }

    private void say(RunningPod pod, String line) {
        pod.log().add(clock.now(), line);
    }
}
