package dev.tiphys.sandbox.workflows.engine;

import tools.jackson.databind.JsonNode;

import dev.tiphys.sandbox.kube.ObjectMeta;

record WorkflowKey(String namespace, String name) {

    static WorkflowKey of(JsonNode workflow) {
        return new WorkflowKey(ObjectMeta.namespace(workflow), ObjectMeta.name(workflow));
    }
}
