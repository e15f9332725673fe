package dev.tiphys.sandbox.workflows.pods;

import java.time.Duration;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.workflows.engine.Durations;

/// A container that only takes its time. Annotations of the template's metadata direct it:
/// `sandbox.tiphys.dev/duration`, `/exit-code`, `/result` and `/output.<path>`.
final class PlayedContainer implements Container {

    private static final String PREFIX = "sandbox.tiphys.dev/";

    private final World world;
    private final Duration usual;

    PlayedContainer(World world, Duration usual) {
        this.world = world;
        this.usual = usual;
    }

    @Override
    public void begin(RunningPod pod, Exit exits) {
        PodRequest request = pod.request();
        say(pod, "starting " + request.container().path("image").asString("the container"));
        Duration duration = Durations.find(direction(request, "duration", "")).orElse(usual);
        pod.waitsFor(world.clock().schedule(duration.dividedBy(2), () -> {
            say(pod, "working");
            pod.waitsFor(world.clock().schedule(duration.dividedBy(2), () -> finish(pod, exits)));
        }));
    }

    private void finish(RunningPod pod, Exit exits) {
        int code = Integer.parseInt(direction(pod.request(), "exit-code", "0"));
        String result = direction(pod.request(), "result", "");
        say(pod, result.isEmpty() ? code == 0 ? "done" : "failed" : result);
        exits.exited(code, PodOutputs.collect(pod.request(), path -> file(pod.request(), path)), "");
    }

    private void say(RunningPod pod, String text) {
        pod.log().add(world.clock().now(), text);
    }

    static String direction(PodRequest request, String name, String otherwise) {
        return request.template().path("metadata").path("annotations").path(PREFIX + name).asString(otherwise);
    }

    // What no annotation foretells is there all the same, for most templates read what they wrote.
    private static Optional<String> file(PodRequest request, String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        JsonNode foretold = request.template().path("metadata").path("annotations").path(PREFIX + "output." + name);
        boolean fails = !direction(request, "exit-code", "0").equals("0");
        return foretold.isString()
                ? Optional.of(foretold.asString())
                : fails ? Optional.empty() : Optional.of("played");
    }
}
