package dev.tiphys.sandbox.workflows.engine;

import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.kube.MergePatch;

/// One visit of the controller to a workflow: passes over its templates until nothing moves any more.
final class WorkflowOperation {

    private static final int MOST_PASSES = 1000;

    private final Run run;
    private final TemplateLibrary library;
    private final SpecCheck check;

    WorkflowOperation(Run run, TemplateLibrary library, SpecCheck check) {
        this.run = run;
        this.library = library;
        this.check = check;
    }

    void operate() {
        if (isFinished() || !begin()) {
            return;
        }
        for (int i = 0; i < MOST_PASSES && !isFinished(); i++) {
            pass();
            if (!run.takeChanged()) {
                return;
            }
        }
    }

    private boolean isFinished() {
        return switch (run.status().path("phase").asString("")) {
            case "Succeeded", "Failed", "Error" -> true;
            default -> false;
        };
    }

    private boolean begin() {
        if (!run.status().path("phase").asString("").isEmpty()) {
            return true;
        }
        Optional<String> problem = check.problem(run.workflow());
        if (problem.isPresent()) {
            new Finish(run).as("Failed", "invalid spec: " + problem.get());
            return false;
        }
        run.status().put("phase", "Running").put("startedAt", run.now().toString()).putNull("finishedAt");
        run.status().put("progress", "0/0");
        storeTemplateSpec();
        label("Running", false);
        run.then(new Effect.Tell("Normal", "WorkflowRunning", "Workflow Running"));
        return true;
    }

    private void storeTemplateSpec() {
        JsonNode reference = run.ownSpec().path("workflowTemplateRef");
        if (!reference.isObject()) {
            return;
        }
        library.find(reference.path("name").asString(""), reference.path("clusterScope").asBoolean(false))
                .ifPresent(template -> {
                    ObjectNode spec = ((ObjectNode) template.path("spec")).deepCopy();
                    JsonNode arguments = Arguments.merge(spec.path("arguments"), run.ownSpec().path("arguments"));
                    MergePatch.apply(spec, run.ownSpec());
                    spec.set("arguments", arguments);
                    run.status().set("storedWorkflowTemplateSpec", spec);
                });
    }

    private void label(String phase, boolean completed) {
        new Finish(run).label(phase, completed);
    }

    // As in the real controller, `spec.suspend` is looked at before a shutdown: a suspended workflow cannot be stopped.
    private void pass() {
        if (run.ownSpec().path("suspend").asBoolean(false)) {
            return;
        }
        Ending ending = new Ending(run);
        ending.apply();
        Variables globals = Globals.of(run);
        Templates templates = new Templates(run, library);
        TemplateExecutor executor = new TemplateExecutor(new Pass(run, globals, templates));
        Optional<NodeStatus> root = executor.execute(Invocation.root(run.name(),
                run.spec().path("entrypoint").asString(""), run.spec().path("arguments"), templates.local()));
        if (root.isPresent() && root.get().isFulfilled()) {
            finish(root.get(), globals, templates);
        }
        new Progress(run).write();
    }

    private void finish(NodeStatus root, Variables globals, Templates templates) {
        String handler = run.spec().path("onExit").asString("");
        String exitName = run.name() + ".onExit";
        Optional<NodeStatus> exit = Optional.empty();
        if (!handler.isEmpty() && !run.isShutDownFor(exitName)) {
            globals.put("workflow.status", root.phase()).put("workflow.failures", Failures.of(run).toString());
            TemplateExecutor executor = new TemplateExecutor(new Pass(run, globals, templates));
            exit = executor
                    .execute(Invocation.root(exitName, handler, run.spec().path("arguments"), templates.local()));
            exit.ifPresent(node -> node.json().putObject("nodeFlag").put("hooked", true));
            if (exit.isEmpty() || !exit.get().isFulfilled()) {
                return;
            }
        }
        if (root.phase().equals("Succeeded") && exit.isPresent() && exit.get().hasFailed()) {
            new Finish(run).as(exit.get().phase(), exit.get().message());
        } else {
            boolean stopped = !run.shutdown().isEmpty() && root.hasFailed();
            new Finish(run).as(root.hasFailed() ? root.phase() : "Succeeded",
                    stopped ? "Stopped with strategy '" + run.shutdown() + "'" : root.message());
        }
    }

    /// What refuses a workflow that came past the server.
    @FunctionalInterface
    interface SpecCheck {

        Optional<String> problem(ObjectNode workflow);
    }
}
