package dev.tiphys.sandbox.workflows.lint;

import java.util.Optional;

import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.workflows.api.WorkflowLinter;
import dev.tiphys.sandbox.workflows.engine.StoredTemplates;
import dev.tiphys.sandbox.workflows.engine.TemplateLibrary;
import dev.tiphys.sandbox.workflows.engine.WorkflowController;

/// The server's and the controller's verdict on specs.
public final class SpecLinter implements WorkflowLinter, WorkflowController.WorkflowCheck {

    private final World world;

    public SpecLinter(World world) {
        this.world = world;
    }

    @Override
    public Optional<Problem> problem(ObjectNode workflow, String namespace, boolean needsArguments) {
        return problem(workflow, StoredTemplates.of(world, namespace)).map(words -> new Problem(words, false, false));
    }

    @Override
    public Optional<Problem> templateProblem(ObjectNode template, String namespace) {
        return Optional.empty();
    }

    @Override
    public Optional<String> problem(ObjectNode workflow, TemplateLibrary library) {
        return workflow.path("spec").isObject() ? Optional.empty() : Optional.of("spec is required");
    }
}
