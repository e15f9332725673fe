package dev.tiphys.sandbox.workflows.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.workflows.expr.ExpressionException;
import dev.tiphys.sandbox.workflows.expr.WhenCondition;

/// The steps of one group, side by side.
final class StepGroup {

    private final Pass pass;
    private final TemplateExecutor executor;
    private final Invocation frame;
    private final LocalScope scope;

    /// @param frame the group's own place; its holder is the list of steps
    StepGroup(Pass pass, TemplateExecutor executor, Invocation frame, LocalScope scope) {
        this.pass = pass;
        this.executor = executor;
        this.frame = frame;
        this.scope = scope;
    }

    void execute(NodeStatus group) {
        if (group.isFulfilled()) {
            return;
        }
        try {
            boolean waits = false;
            List<ObjectNode> steps = new ArrayList<>();
            for (JsonNode step : frame.holder()) {
                Optional<List<ObjectNode>> expanded = expand(step, group);
                waits |= expanded.isEmpty();
                expanded.ifPresent(steps::addAll);
            }
            for (ObjectNode step : steps) {
                waits |= !begin(step, group);
            }
            if (!waits) {
                assess(group, steps);
            }
        } catch (WorkflowFault fault) {
            pass.run().mark(group, "Error", fault.getMessage());
        } catch (ExpressionException invalid) {
            pass.run().mark(group, "Error", invalid.getMessage());
        }
    }

    private Optional<List<ObjectNode>> expand(JsonNode step, NodeStatus group) {
        ObjectNode trial = (ObjectNode) new Substitution(scope.variables()).apply(step);
        // A step that will not run need not have its references.
        if (!FanOut.appliesTo(step) && isDecided(trial) && !WhenCondition.holds(trial.path("when").asString(""))) {
            return Optional.of(List.of(trial));
        }
        Optional<ObjectNode> resolved = References.resolve(step, scope);
        if (resolved.isEmpty() || !FanOut.appliesTo(step)) {
            return resolved.map(List::of);
        }
        List<ObjectNode> expanded = FanOut.expand(resolved.get(), scope.variables());
        if (expanded.isEmpty()) {
            skip(resolved.get(), group, "Skipped, empty params");
        }
        return Optional.of(expanded);
    }

    private static boolean isDecided(ObjectNode step) {
        return Substitution.unresolved(step.path("when")).isEmpty();
    }

    /// Whether the step has a node now.
    private boolean begin(ObjectNode step, NodeStatus group) {
        String when = step.path("when").asString("");
        if (!WhenCondition.holds(when)) {
            skip(step, group, "when '" + when + "' evaluated false");
            return true;
        }
        Invocation invocation = new Invocation(nodeName(step, group), step, frame.boundaryId(), frame.scope(),
                frame.depth());
        Optional<NodeStatus> node = executor.execute(invocation);
        node.ifPresent(child -> pass.run().addChild(group, child));
        return node.isPresent();
    }

    private void skip(ObjectNode step, NodeStatus group, String reason) {
        String name = nodeName(step, group);
        if (pass.run().find(name).isEmpty()) {
            Invocation invocation = new Invocation(name, step, frame.boundaryId(), frame.scope(), frame.depth());
            pass.run().addChild(group, pass.run().create("Skipped", invocation, "Skipped", reason));
        }
    }

    private static String nodeName(ObjectNode step, NodeStatus group) {
        return group.name() + "." + step.path("name").asString("");
    }

    private void assess(NodeStatus group, List<ObjectNode> steps) {
        for (String id : group.children()) {
            if (!pass.run().findById(id).map(NodeStatus::isFulfilled).orElse(true)) {
                return;
            }
        }
        for (ObjectNode step : steps) {
            Optional<NodeStatus> child = pass.run().find(nodeName(step, group)).filter(NodeStatus::hasFailed);
            if (child.isPresent() && !ContinueOn.allows(step, child.get().phase())) {
                pass.run().mark(group, "Failed", "child '" + child.get().id() + "' failed");
                return;
            }
        }
        pass.run().mark(group, "Succeeded", "");
    }
}
