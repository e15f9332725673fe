package dev.tiphys.promotion.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.tiphys.argo.workflows.WorkflowRun;
import dev.tiphys.argo.workflows.WorkflowRun.Node;
import dev.tiphys.promotion.plan.Plan;
import dev.tiphys.promotion.plan.Target;
import dev.tiphys.promotion.plan.Wave;

/// The pods that ran the steps of one delivery, by the names that the compiler and Argo give them.
public final class DeliveryPods {

    private static final List<String> VERBS = List.of("set-version", "sync", "await-rollout", "verify");

    private final WorkflowRun run;
    private final NodeIndex nodes;

    public DeliveryPods(WorkflowRun run) {
        this.run = run;
        this.nodes = new NodeIndex(run);
    }

    /// The pod of a step.
    ///
    /// @param verb such as `await-rollout`
    public record StepPod(String verb, String pod) {}

    /// In the order of the steps; a step that did not begin has none.
    ///
    /// @param attempt which delivery, from 1
    public List<StepPod> of(Plan plan, String application, int attempt) {
        for (Wave wave : plan.waves()) {
            for (Target target : wave.targets()) {
                if (target.application().toString().equals(application)) {
                    return nodes.findItem(run.name() + "." + wave.name() + ".target", target.item())
                            .map(item -> pods(item, attempt)).orElse(List.of());
                }
            }
        }
        return List.of();
    }

    private List<StepPod> pods(Node item, int attempt) {
        String level = item.name() + "[2].again".repeat(Math.max(0, attempt - 1));
        List<StepPod> pods = new ArrayList<>();
        for (int i = 0; i < VERBS.size(); i++) {
            String verb = VERBS.get(i);
            Optional<Node> pod = nodes.find(level + "[0].deliver[" + i + "]." + verb).flatMap(nodes::findPod);
            pod.map(nodes::podName).ifPresent(name -> pods.add(new StepPod(verb, name)));
        }
        return pods;
    }
}
