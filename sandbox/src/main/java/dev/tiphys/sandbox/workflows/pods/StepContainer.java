package dev.tiphys.sandbox.workflows.pods;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.time.SimClock;
import dev.tiphys.steps.StepProgram;
import dev.tiphys.steps.StepTime;

/// A container with the command `tiphys step …` or `tiphys call …`: the real program runs, on a thread and in a folder
/// of its own, in the sandbox's time.
final class StepContainer implements Container {

    private static final Set<String> PROGRAMS = Set.of("step", "call");
    private static final Duration PROGRESS_IS_READ_EVERY = Duration.ofSeconds(3);

    private final SimClock clock;
    private final StepProgram program;
    private final Map<String, String> environment;
    private final Progress progress;

    StepContainer(World world, StepProgram program, Map<String, String> environment, Progress progress) {
        this.clock = world.clock();
        this.program = program;
        this.environment = Map.copyOf(environment);
        this.progress = progress;
    }

    static boolean fits(PodRequest request) {
        return request.container().path("command").path(0).asString("").equals("tiphys")
                && PROGRAMS.contains(request.container().path("command").path(1).asString(""));
    }

    @Override
    public void begin(RunningPod pod, Exit exits) {
        PodFolder folder = new PodFolder(pod.request().podName());
        Thread thread = Thread.ofVirtual().name(pod.request().podName()).unstarted(() -> run(pod, folder, exits));
        pod.runsOn(thread);
        readProgress(pod, folder, "");
        thread.start();
    }

    private void run(RunningPod pod, PodFolder folder, Exit exits) {
        try (folder) {
            int code = execute(pod, folder);
            PodOutputs outputs = PodOutputs.collect(pod.request(), folder::read);
            exits.exited(code, outputs, "");
        } catch (InterruptedException killed) {
            pod.log().end();
        }
    }

    private int execute(RunningPod pod, PodFolder folder) throws InterruptedException {
        LineStream lines = new LineStream(line -> pod.log().add(clock.now(), line));
        try (PrintStream output = new PrintStream(lines, true, StandardCharsets.UTF_8)) {
            try {
                return program.run(arguments(pod.request()), environment, folder.root(), new SandboxTime(), output);
            } catch (RuntimeException crash) {
                crash.printStackTrace(output);
                return 1;
            }
        }
    }

    private static List<String> arguments(PodRequest request) {
        List<String> all = new ArrayList<>();
        request.container().path("command").forEach(word -> all.add(word.asString("")));
        request.container().path("args").forEach(word -> all.add(word.asString("")));
        return all.subList(1, all.size());
    }

    private void readProgress(RunningPod pod, PodFolder folder, String last) {
        clock.schedule(PROGRESS_IS_READ_EVERY, () -> {
            if (!pod.isEnded()) {
                Optional<String> now = folder.read("/var/run/argo/progress").map(StepContainer::lastLine)
                        .filter(text -> text.matches("\\d+/\\d+"));
                now.filter(text -> !text.equals(last)).ifPresent(text -> progress.made(pod.request(), text));
                readProgress(pod, folder, now.orElse(last));
            }
        });
    }

    private static String lastLine(String text) {
        return text.strip().lines().reduce("", (before, line) -> line);
    }

    /// Hears how far a container says it is.
    @FunctionalInterface
    interface Progress {

        void made(PodRequest request, String progress);
    }

    private final class SandboxTime implements StepTime {

        @Override
        public Instant now() {
            return clock.now();
        }

        @Override
        public void sleep(Duration duration) throws InterruptedException {
            clock.sleep(duration);
        }
    }
}
