package dev.tiphys.sandbox.workflows.engine;

import java.util.Optional;

import tools.jackson.databind.node.ObjectNode;

/// Executes templates: finds them, gives them their arguments and leads them to the executor of their kind. Every call
/// may come again in the next pass; a node that has ended stays as it is.
final class TemplateExecutor {

    private static final int DEEPEST = 100;

    private final Pass pass;
    private final ArgumentBinding binding;
    private final Parallelism parallelism;
    private final Retries retries;

    TemplateExecutor(Pass pass) {
        this.pass = pass;
        this.binding = new ArgumentBinding(pass.run(), pass.globals());
        this.parallelism = new Parallelism(pass);
        this.retries = new Retries(pass, this);
    }

    /// The invocation's node; empty when limits or a shutdown let it not begin yet.
    Optional<NodeStatus> execute(Invocation invocation) {
        Optional<NodeStatus> existing = pass.run().find(invocation.nodeName());
        if (existing.isPresent() && existing.get().isFulfilled()) {
            return existing;
        }
        Work work;
        try {
            work = prepare(invocation);
        } catch (WorkflowFault fault) {
            return Optional.of(fail(invocation, existing, fault.getMessage()));
        }
        if (existing.isEmpty() && !parallelism.admits(work)) {
            return Optional.empty();
        }
        return work.template().has("retryStrategy") ? retries.execute(work) : dispatch(work);
    }

    private Work prepare(Invocation invocation) {
        if (invocation.depth() > DEEPEST) {
            throw new WorkflowFault("Maximum recursion depth exceeded. See "
                    + "https://argo-workflows.readthedocs.io/en/latest/template-recursion/");
        }
        Templates.Found found = pass.templates().resolve(invocation);
        ObjectNode bound = binding.bind(invocation, found.template());
        return new Work(invocation, bound, found.scope());
    }

    private NodeStatus fail(Invocation invocation, Optional<NodeStatus> existing, String message) {
        if (existing.isEmpty()) {
            return pass.run().create("Skipped", invocation, "Error", message);
        }
        pass.run().mark(existing.get(), "Error", message);
        return existing.get();
    }

    Optional<NodeStatus> dispatch(Work work) {
        if (work.template().has("steps")) {
            return Optional.of(new StepsExecutor(pass, this).execute(work));
        }
        if (work.template().has("dag")) {
            return Optional.of(new DagExecutor(pass, this).execute(work));
        }
        if (work.template().has("suspend")) {
            return Optional.of(new SuspendExecutor(pass).execute(work));
        }
        return new PodExecutor(pass, parallelism).execute(work);
    }
}
