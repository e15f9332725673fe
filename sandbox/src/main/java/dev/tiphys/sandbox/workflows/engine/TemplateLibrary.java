package dev.tiphys.sandbox.workflows.engine;

import java.util.Optional;

import tools.jackson.databind.node.ObjectNode;

/// The WorkflowTemplates and ClusterWorkflowTemplates that a workflow of one namespace may refer to.
@FunctionalInterface
public interface TemplateLibrary {

    Optional<ObjectNode> find(String name, boolean clusterScope);
}
