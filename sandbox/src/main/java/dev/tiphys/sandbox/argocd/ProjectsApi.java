package dev.tiphys.sandbox.argocd;

import java.io.IOException;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The AppProjects.
final class ProjectsApi {

    private final Informer projects;
    private final ClusterDirectory clusters;

    ProjectsApi(Informer projects, ClusterDirectory clusters) {
        this.projects = projects;
        this.clusters = clusters;
    }

    void mount(Gateway gateway) {
        gateway.on("GET", "/v1/projects", this::list).on("GET", "/v1/projects/{name}", call -> call.answer(get(call)))
                .on("GET", "/v1/projects/{name}/detailed", this::detailed)
                .on("GET", "/v1/projects/{name}/syncwindows", this::syncWindows);
    }

    private void list(Call call) throws IOException {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        for (ObjectNode project : projects.all()) {
            if (call.caller().may("projects", "get", name(project))) {
                items.add(wire(project));
            }
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putObject("metadata");
        answer.set("items", items.isEmpty() ? JsonNodeFactory.instance.nullNode() : items);
        call.answer(call.query("fields").isEmpty() ? answer : JsonFields.parse(call.query("fields")).of(answer));
    }

    private static ObjectNode wire(ObjectNode project) {
        ObjectNode wire = WireObject.plain(project);
        if (!wire.has("spec")) {
            wire.putObject("spec");
        }
        if (!wire.has("status")) {
            wire.putObject("status");
        }
        return wire;
    }

    private static String name(ObjectNode project) {
        return project.path("metadata").path("name").asString("");
    }

    private ObjectNode get(Call call) {
        String name = call.parameter("name");
        call.caller().demand("projects", "get", name);
        return projects.find(name).map(ProjectsApi::wire)
                .orElseThrow(() -> GrpcException.notFound("appprojects.argoproj.io \"" + name + "\" not found"));
    }

    private void detailed(Call call) throws IOException {
        ObjectNode project = get(call);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("project", project);
        for (Cluster cluster : clusters.all()) {
            if (cluster.project().equals(name(project))) {
                answer.withArrayProperty("clusters").addObject().put("server", cluster.server()).put("name",
                        cluster.name());
            }
        }
        call.answer(answer);
    }

    private void syncWindows(Call call) throws IOException {
        JsonNode windows = get(call).path("spec").path("syncWindows");
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        if (!windows.isEmpty()) {
            answer.set("windows", windows);
        }
        call.answer(answer);
    }
}
