package dev.tiphys.promotion.course;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.tiphys.argo.workflows.WorkflowRun;
import dev.tiphys.argo.workflows.WorkflowRun.Node;
import dev.tiphys.promotion.compile.NodeNames;
import dev.tiphys.promotion.plan.Plan;
import dev.tiphys.promotion.plan.Target;
import dev.tiphys.promotion.plan.Wave;

/// Reads the course of a promotion out of the nodes of its workflow, by the names that the compiler gives them.
public final class CourseReader {

    private static final List<String> VERBS = List.of("set-version", "sync", "await-rollout", "verify");
    private static final String STOPPED = "Stopped with strategy";

    private final WorkflowRun run;
    private final NodeIndex nodes;

    private CourseReader(WorkflowRun run) {
        this.run = run;
        this.nodes = new NodeIndex(run);
    }

    /// The course of `plan` as far as `run` has carried it.
    public static Course read(Plan plan, WorkflowRun run) {
        CourseReader reader = new CourseReader(run);
        return new Course(plan.waves().stream().map(reader::wave).toList());
    }

    private WaveCourse wave(Wave wave) {
        GateCourse gate = GateCourse.read(nodes, new NodeNames(run.name()).gate(wave.name()));
        Optional<Node> dag = nodes.find(run.name() + "." + wave.name()).filter(node -> !isOmitted(node));
        List<TargetCourse> targets = wave.targets().stream().map(target -> target(wave, target)).toList();
        return new WaveCourse(wave.name(), phase(gate, dag), gate.question().map(Node::id).orElse(""),
                gate.question().map(Node::startedAt).orElse(null), dag.map(Node::startedAt).orElse(null),
                dag.map(Node::finishedAt).orElse(null), targets);
    }

    private WavePhase phase(GateCourse gate, Optional<Node> dag) {
        if (dag.isPresent()) {
            return switch (dag.get().phase()) {
                case "Succeeded" -> WavePhase.SUCCEEDED;
                case "Failed", "Error" -> WavePhase.FAILED;
                default -> WavePhase.RUNNING;
            };
        }
        if (gate.isWaiting()) {
            return WavePhase.WAITING;
        }
        return gate.hasAsked() && run.isFinished() ? WavePhase.FAILED : WavePhase.LATER;
    }

    private static boolean isOmitted(Node node) {
        return node.phase().equals("Omitted") || node.phase().equals("Skipped");
    }

    private TargetCourse target(Wave wave, Target target) {
        String application = target.application().toString();
        Optional<Node> item = nodes.findItem(run.name() + "." + wave.name() + ".target", target.item());
        return item.map(node -> delivery(application, node)).orElseGet(() -> TargetCourse.later(application));
    }

    private TargetCourse delivery(String application, Node item) {
        List<Node> deliveries = deliveries(item);
        Node latest = deliveries.getLast();
        Optional<Node> ask = nodes.find(latest.name() + "[1].ask").filter(node -> node.type().equals("Suspend"));
        Optional<Leaf> leaf = leaf(latest.name() + "[0].deliver");
        TargetPhase phase = phase(item, ask, deliveries);
        return new TargetCourse(application, phase, leaf.map(Leaf::verb).orElse(""), reason(phase, leaf, ask),
                leaf.flatMap(Leaf::pod).map(nodes::podName).orElse(""),
                phase == TargetPhase.ASKS ? ask.map(Node::id).orElse("") : "", deliveries.size(),
                since(phase, ask, leaf), item.startedAt(), item.finishedAt());
    }

    // A retry is the template calling itself: each level holds one delivery and the question that followed it.
    private List<Node> deliveries(Node item) {
        List<Node> levels = new ArrayList<>(List.of(item));
        Optional<Node> again = again(item);
        while (again.isPresent()) {
            levels.add(again.get());
            again = again(again.get());
        }
        return levels;
    }

    private Optional<Node> again(Node level) {
        return nodes.find(level.name() + "[2].again").filter(node -> node.type().equals("Steps"));
    }

    private TargetPhase phase(Node item, Optional<Node> ask, List<Node> deliveries) {
        return switch (item.phase()) {
            case "Succeeded" -> wasSkipped(deliveries.getLast()) ? TargetPhase.SKIPPED : TargetPhase.SUCCEEDED;
            case "Failed", "Error" -> TargetPhase.FAILED;
            case "Omitted", "Skipped" -> TargetPhase.LATER;
            default -> ask.isPresent() && !ask.get().isFinished() ? TargetPhase.ASKS : TargetPhase.RUNNING;
        };
    }

    private boolean wasSkipped(Node level) {
        return nodes.find(level.name() + "[1].ask")
                .filter(node -> "skip".equals(node.outputs().get("decision"))).isPresent();
    }

    private Optional<Leaf> leaf(String deliver) {
        for (int i = VERBS.size() - 1; i >= 0; i--) {
            Optional<Node> node = nodes.find(deliver + "[" + i + "]." + VERBS.get(i));
            if (node.isPresent() && !isOmitted(node.get())) {
                return Optional.of(new Leaf(VERBS.get(i), node.get(), nodes.findPod(node.get())));
            }
        }
        return Optional.empty();
    }

    private static String reason(TargetPhase phase, Optional<Leaf> leaf, Optional<Node> ask) {
        return switch (phase) {
            case ASKS, FAILED -> leaf.map(Leaf::failure).orElse("");
            case SKIPPED -> ask.map(Node::message).orElse("");
            case LATER, RUNNING, SUCCEEDED -> "";
        };
    }

    private static @Nullable Instant since(TargetPhase phase, Optional<Node> ask, Optional<Leaf> leaf) {
        return phase == TargetPhase.ASKS
                ? ask.map(Node::startedAt).orElse(null)
                : leaf.map(Leaf::node).map(Node::startedAt).orElse(null);
    }

    /// A step of a delivery with the pod that runs it.
    private record Leaf(String verb, Node node, Optional<Node> pod) {

        String failure() {
            String told = pod.map(Node::outputs).map(outputs -> outputs.getOrDefault("reason", "")).orElse("");
            if (!told.isBlank()) {
                return told.strip();
            }
            String message = pod.map(Node::message).filter(text -> !text.isEmpty()).orElse(node.message());
            if (message.startsWith(STOPPED)) {
                return "the workflow was stopped in the middle of " + verb;
            }
            return message.isEmpty() ? "the step " + verb + " failed" : verb + ": " + message;
        }
    }
}
