package dev.tiphys.sandbox.workflows.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

/// Executes Steps templates: one group after the other.
final class StepsExecutor {

    private final Pass pass;
    private final TemplateExecutor executor;
    private final Outbound outbound;

    StepsExecutor(Pass pass, TemplateExecutor executor) {
        this.pass = pass;
        this.executor = executor;
        this.outbound = new Outbound(pass.run());
    }

    NodeStatus execute(Work work) {
        Run run = pass.run();
        NodeStatus node = run.find(work.nodeName()).orElseGet(() -> pass.create("Steps", work, "Running", ""));
        LocalScope scope = new LocalScope(pass.globals());
        NodeStatus previous = node;
        int index = 0;
        for (JsonNode steps : work.template().path("steps")) {
            NodeStatus group = group(work, node, previous, index);
            new StepGroup(pass, executor, work.invocation().inner(group.name(), steps, work.scope()).within(node.id()),
                    scope).execute(group);
            if (!group.isFulfilled()) {
                return node;
            }
            if (group.hasFailed()) {
                return finish(node, group, "Failed", group.message());
            }
            remember(scope, group, steps);
            previous = group;
            index++;
        }
        try {
            new TemplateOutputs(run).write(node, work, scope);
        } catch (WorkflowFault fault) {
            return finish(node, previous, "Error", fault.getMessage());
        }
        return finish(node, previous, "Succeeded", "");
    }

    private NodeStatus finish(NodeStatus node, NodeStatus lastGroup, String phase, String message) {
        List<NodeStatus> lasts = new ArrayList<>();
        lastGroup.children().forEach(id -> pass.run().findById(id).ifPresent(lasts::add));
        outbound.write(node, lasts);
        pass.run().mark(node, phase, message);
        return node;
    }

    private NodeStatus group(Work work, NodeStatus node, NodeStatus previous, int index) {
        Run run = pass.run();
        String name = work.nodeName() + "[" + index + "]";
        Optional<NodeStatus> existing = run.find(name);
        if (existing.isPresent()) {
            return existing.get();
        }
        Invocation invocation = work.invocation().inner(name, run.workflow().objectNode(), work.scope())
                .within(node.id());
        NodeStatus group = run.create("StepGroup", invocation, "Running", "");
        if (index == 0 || previous.children().isEmpty()) {
            run.addChild(previous, group);
        } else {
            previous.children().forEach(id -> run.findById(id).ifPresent(child -> outbound.connect(child, group)));
        }
        return group;
    }

    private void remember(LocalScope scope, NodeStatus group, JsonNode steps) {
        for (JsonNode step : steps) {
            String name = step.path("name").asString("");
            String prefix = "steps." + name;
            Optional<NodeStatus> child = pass.run().find(group.name() + "." + name);
            if (child.isPresent()) {
                scope.add(prefix, child.get());
            } else {
                List<NodeStatus> children = new ArrayList<>();
                for (String id : group.children()) {
                    pass.run().findById(id).filter(one -> one.name().startsWith(group.name() + "." + name + "("))
                            .ifPresent(children::add);
                }
                scope.aggregate(prefix, children);
            }
        }
    }
}
