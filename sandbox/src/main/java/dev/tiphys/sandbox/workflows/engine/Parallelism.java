package dev.tiphys.sandbox.workflows.engine;

import tools.jackson.databind.JsonNode;

/// The limits on what runs at the same time: `parallelism` and `failFast` of the enclosing template, `parallelism` of
/// the workflow.
final class Parallelism {

    private final Pass pass;

    Parallelism(Pass pass) {
        this.pass = pass;
    }

    /// Whether a new node may begin inside of its DAG or Steps node. Only Pods, Steps and DAGs take a slot there: a
    /// suspend node does not, but the Steps node around it keeps the one it has.
    boolean admits(Work work) {
        String boundaryId = work.invocation().boundaryId();
        if (boundaryId.isEmpty()) {
            return true;
        }
        JsonNode template = enclosing(boundaryId, work);
        if (template.path("failFast").asBoolean(false) && stopsEarly(boundaryId)) {
            return false;
        }
        int limit = template.path("parallelism").asInt(0);
        return limit <= 0 || active(boundaryId) < limit;
    }

    boolean admitsPod() {
        int limit = pass.run().spec().path("parallelism").asInt(0);
        return limit <= 0 || pass.run().allNodes().stream().filter(node -> node.isType("Pod") && isActive(node))
                .count() < limit;
    }

    private JsonNode enclosing(String boundaryId, Work work) {
        String name = pass.run().findById(boundaryId).map(NodeStatus::json)
                .map(node -> node.path("templateRef").isObject()
                        ? node.path("templateRef").path("template").asString("")
                        : node.path("templateName").asString(""))
                .orElse("");
        return work.invocation().scope().findTemplate(name).map(JsonNode.class::cast)
                .orElse(pass.run().workflow().path("nothing"));
    }

    private boolean stopsEarly(String boundaryId) {
        boolean failed = pass.run().allNodes().stream()
                .anyMatch(node -> node.boundaryId().equals(boundaryId) && takesASlot(node) && node.hasFailed());
        boolean podsRun = pass.run().allNodes().stream().anyMatch(
                node -> node.boundaryId().equals(boundaryId) && node.isType("Pod") && isActive(node));
        if (failed && !podsRun) {
            pass.run().findById(boundaryId).filter(node -> !node.isFulfilled()).ifPresent(node -> pass.run().mark(node,
                    "Failed", "template has failed or errored children and failfast enabled"));
        }
        return failed;
    }

    private long active(String boundaryId) {
        return pass.run().allNodes().stream()
                .filter(node -> node.boundaryId().equals(boundaryId) && takesASlot(node) && isActive(node)).count();
    }

    private static boolean takesASlot(NodeStatus node) {
        return node.isType("Pod", "Steps", "DAG");
    }

    private static boolean isActive(NodeStatus node) {
        return node.phase().equals("Pending") || node.phase().equals("Running");
    }
}
