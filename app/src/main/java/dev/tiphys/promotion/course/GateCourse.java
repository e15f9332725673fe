package dev.tiphys.promotion.course;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.tiphys.argo.workflows.WorkflowRun;
import dev.tiphys.argo.workflows.WorkflowRun.Node;
import dev.tiphys.promotion.compile.NodeNames;

/// How far a gate has come. An answer that the portal has not signed counts for nothing: the gate asks again, one level
/// deeper.
///
/// @param gate its node; empty before its turn
/// @param levels its questions in their order, each with what its check said
public record GateCourse(Optional<Node> gate, List<Level> levels) {

    /// Its turn has not come.
    public static final GateCourse LATER = new GateCourse(Optional.empty(), List.of());

    public GateCourse {
        levels = List.copyOf(levels);
    }

    /// One question.
    ///
    /// @param name what a decision about it is signed for
    /// @param question the suspend node that asks
    /// @param verdict of its check: `approve`, `forged` or `stale`; empty before
    public record Level(String name, Node question, String verdict) {

        public boolean isOpen() {
            return !question.isFinished();
        }

        /// Whether it was answered and counted for nothing.
        public boolean isRefused() {
            return verdict.equals("forged") || verdict.equals("stale");
        }
    }

    /// @param gate the full name of its node
    public static GateCourse read(WorkflowRun run, String gate) {
        return read(new NodeIndex(run), gate);
    }

    /// All gates of a workflow in one pass: the one that admits it, under [NodeNames#ADMISSION], and those of
    /// the waves.
    public static Map<String, GateCourse> readAll(WorkflowRun run, Collection<String> waves) {
        NodeIndex nodes = new NodeIndex(run);
        NodeNames names = new NodeNames(run.name());
        Map<String, GateCourse> gates = new LinkedHashMap<>();
        gates.put(NodeNames.ADMISSION, read(nodes, names.admission()));
        waves.forEach(wave -> gates.put(wave, read(nodes, names.gate(wave))));
        return gates;
    }

    static GateCourse read(NodeIndex nodes, String gate) {
        List<Level> levels = new ArrayList<>();
        Optional<Level> level = level(nodes, gate);
        while (level.isPresent()) {
            levels.add(level.get());
            level = level(nodes, NodeNames.again(level.get().name()));
        }
        return new GateCourse(nodes.find(gate), levels);
    }

    private static Optional<Level> level(NodeIndex nodes, String name) {
        String verdict = nodes.find(NodeNames.gateCheck(name)).map(Node::outputs)
                .map(outputs -> outputs.getOrDefault("verdict", "")).orElse("");
        return nodes.find(NodeNames.gateQuestion(name)).map(question -> new Level(name, question, verdict));
    }

    public boolean hasAsked() {
        return !levels.isEmpty();
    }

    /// Whether it has begun to ask and is not over; for a moment after each answer nothing is asked.
    public boolean isWaiting() {
        return hasAsked() && gate.filter(node -> !node.isFinished()).isPresent();
    }

    /// The question that was asked last.
    public Optional<Node> question() {
        return levels.isEmpty() ? Optional.empty() : Optional.of(levels.getLast().question());
    }

    /// The question that takes an answer now.
    public Optional<Level> open() {
        return levels.stream().filter(Level::isOpen).findFirst();
    }
}
