package dev.tiphys.sandbox.workflows.api;

import java.util.Optional;

import tools.jackson.databind.node.ObjectNode;

/// What refuses a workflow's or a template's spec.
public interface WorkflowLinter {

    /// @param needsArguments whether workflow arguments without a value are refused, as on create
    Optional<Problem> problem(ObjectNode workflow, String namespace, boolean needsArguments);

    Optional<Problem> templateProblem(ObjectNode template, String namespace);

    /// @param notFound a template that is referred to does not exist
    /// @param outsideSandbox the real server would take it, the sandbox does not understand it
    record Problem(String message, boolean notFound, boolean outsideSandbox) {}
}
