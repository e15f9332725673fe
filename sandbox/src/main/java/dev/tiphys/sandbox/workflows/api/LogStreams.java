package dev.tiphys.sandbox.workflows.api;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.kube.Kind;
import dev.tiphys.sandbox.workflows.pods.PodLog;
import dev.tiphys.sandbox.workflows.pods.SandboxPods;

/// The logs of a workflow's pods, merged by time.
final class LogStreams {

    private static final long LOOK_EVERY_MILLIS = 100;
    private static final int KEEP_ALIVE_AFTER = 150;

    private final World world;
    private final SandboxPods pods;

    LogStreams(World world, SandboxPods pods) {
        this.world = world;
        this.pods = pods;
    }

    void mount(ArgoServer server) {
        server.on("GET", "/api/v1/workflows/{namespace}/{name}/log", call -> serve(call, call.query("podName")))
                .on("GET", "/api/v1/workflows/{namespace}/{name}/{podName}/log",
                        call -> serve(call, call.path().getOrDefault("podName", "")));
    }

    private void serve(Call call, String podName) throws IOException, InterruptedException {
        EventStream stream = new EventStream(call);
        try {
            world.store().get(World.HUB, Kind.WORKFLOW, call.namespace(), call.name());
            new Reader(call, podName, grep(call)).forward(stream);
            stream.close();
        } catch (ArgoError error) {
            stream.error(error);
        } catch (dev.tiphys.sandbox.kube.KubeException missing) {
            stream.error(ArgoError.of(missing));
        }
    }

    private static Optional<Pattern> grep(Call call) {
        String grep = call.query("grep");
        try {
            return grep.isEmpty() ? Optional.empty() : Optional.of(Pattern.compile(grep));
        } catch (PatternSyntaxException invalid) {
            throw ArgoError.internal("error parsing regexp: " + invalid.getDescription() + ": `" + grep + "`");
        }
    }

    private final class Reader {

        private final Call call;
        private final String podName;
        private final Optional<Pattern> grep;
        private final Map<String, Integer> read = new HashMap<>();

        Reader(Call call, String podName, Optional<Pattern> grep) {
            this.call = call;
            this.podName = podName;
            this.grep = grep;
        }

        void forward(EventStream stream) throws IOException, InterruptedException {
            boolean follow = call.query("logOptions.follow").equals("true");
            boolean first = true;
            int silent = 0;
            while (true) {
                // Asked before reading, so that nothing written until the end is missed.
                boolean finished = isFinished();
                List<PodLog.Line> lines = fresh();
                for (PodLog.Line line : first ? tail(lines) : lines) {
                    stream.result(frame(line));
                }
                first = false;
                if (!follow || finished) {
                    return;
                }
                silent = lines.isEmpty() ? silent + 1 : 0;
                if (silent == KEEP_ALIVE_AFTER) {
                    silent = 0;
                    stream.keepAlive();
                }
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
        }

        private boolean isFinished() {
            return world.store().find(World.HUB, Kind.WORKFLOW, call.namespace(), call.name())
                    .map(WorkflowActions::isFinished).orElse(true);
        }

        private List<PodLog.Line> fresh() {
            List<PodLog.Line> lines = new ArrayList<>();
            for (PodLog log : pods.logs(call.namespace(), call.name())) {
                if (podName.isEmpty() || podName.equals(log.podName())) {
                    List<PodLog.Line> more = log.from(read.getOrDefault(log.podName(), 0));
                    read.merge(log.podName(), more.size(), Integer::sum);
                    lines.addAll(more);
                }
            }
            lines.removeIf(line -> grep.isPresent() && !grep.get().matcher(line.text()).find());
            since().ifPresent(moment -> lines.removeIf(line -> line.at().isBefore(moment)));
            lines.sort(Comparator.comparing(PodLog.Line::at));
            return lines;
        }

        private Optional<Instant> since() {
            String seconds = call.query("logOptions.sinceSeconds");
            return seconds.matches("\\d{1,9}")
                    ? Optional.of(world.clock().now().minusSeconds(Long.parseLong(seconds)))
                    : Optional.empty();
        }

        private List<PodLog.Line> tail(List<PodLog.Line> lines) {
            String tail = call.query("logOptions.tailLines");
            int count = tail.matches("\\d{1,9}") ? Integer.parseInt(tail) : lines.size();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        }

        private ObjectNode frame(PodLog.Line line) {
            boolean timestamps = call.query("logOptions.timestamps").equals("true");
            return JsonNodeFactory.instance.objectNode()
                    .put("content", timestamps ? line.at() + " " + line.text() : line.text())
                    .put("podName", line.podName());
        }
    }
}
