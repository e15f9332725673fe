package dev.tiphys.sandbox.workflows.lint;

import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.kube.MergePatch;
import dev.tiphys.sandbox.workflows.api.WorkflowLinter;
import dev.tiphys.sandbox.workflows.engine.Arguments;
import dev.tiphys.sandbox.workflows.engine.StoredTemplates;
import dev.tiphys.sandbox.workflows.engine.TemplateLibrary;
import dev.tiphys.sandbox.workflows.engine.WorkflowController;

/// The server's and the controller's verdict on specs: the first error only.
public final class SpecLinter implements WorkflowLinter, WorkflowController.WorkflowCheck {

    private final World world;

    public SpecLinter(World world) {
        this.world = world;
    }

    @Override
    public Optional<Problem> problem(ObjectNode workflow, String namespace, boolean needsArguments) {
        return first(() -> workflow(workflow, StoredTemplates.of(world, namespace), needsArguments));
    }

    @Override
    public Optional<Problem> templateProblem(ObjectNode template, String namespace) {
        return first(() -> {
            NameRules.workflow(template.path("metadata"));
            new SpecRules(new Scope(template.path("spec"), StoredTemplates.of(world, namespace))).check(true, false);
        });
    }

    @Override
    public Optional<String> problem(ObjectNode workflow, TemplateLibrary library) {
        return first(() -> workflow(workflow, library, true)).map(Problem::message);
    }

    private static Optional<Problem> first(Runnable check) {
        try {
            check.run();
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal.problem());
        }
    }

    private static void workflow(ObjectNode workflow, TemplateLibrary library, boolean needsArguments) {
        NameRules.workflow(workflow.path("metadata"));
        JsonNode own = workflow.path("spec");
        JsonNode reference = own.path("workflowTemplateRef");
        if (!reference.isObject()) {
            new SpecRules(new Scope(own, library)).check(false, needsArguments);
            return;
        }
        if (own.path("templates").size() > 0) {
            throw Refusal.of("Templates is invalid field in spec if workflow referred WorkflowTemplate reference");
        }
        String name = Json.text(reference, "name");
        boolean cluster = reference.path("clusterScope").asBoolean(false);
        ObjectNode template = library.find(name, cluster).orElseThrow(() -> Refusal
                .notFound((cluster ? "clusterworkflowtemplates" : "workflowtemplates") + ".argoproj.io \"" + name
                        + "\" not found"));
        ObjectNode spec = ((ObjectNode) template.path("spec")).deepCopy();
        JsonNode arguments = Arguments.merge(spec.path("arguments"), own.path("arguments"));
        MergePatch.apply(spec, own);
        spec.set("arguments", arguments);
        new SpecRules(new Scope(spec, library)).check(false, needsArguments);
    }
}
