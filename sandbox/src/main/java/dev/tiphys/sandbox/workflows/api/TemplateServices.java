package dev.tiphys.sandbox.workflows.api;

import java.io.IOException;
import java.util.Optional;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.kube.Kind;
import dev.tiphys.sandbox.workflows.api.WorkflowLinter.Problem;

/// The services beside that of workflows: templates, cron workflows, the archive (switched off) and Argo Events.
final class TemplateServices {

    private final World world;
    private final WorkflowLinter linter;

    TemplateServices(World world, WorkflowLinter linter) {
        this.world = world;
        this.linter = linter;
    }

    void mount(ArgoServer server) {
        templates(server, Kind.WORKFLOW_TEMPLATE, "workflow-templates");
        templates(server, Kind.CLUSTER_WORKFLOW_TEMPLATE, "cluster-workflow-templates");
        Collections crons = new Collections(world, Kind.CRON_WORKFLOW, "CronRequest", "cronWorkflow", this::cron);
        crons.mountLint(server, "cron-workflows");
        crons.mount(server, "cron-workflows");
        server.on("PUT", "/api/v1/cron-workflows/{namespace}/{name}/suspend", call -> suspendCron(call, true))
                .on("PUT", "/api/v1/cron-workflows/{namespace}/{name}/resume", call -> suspendCron(call, false));
        new Collections(world, Kind.EVENT_SOURCE, "EventSourceRequest", "eventSource",
                (object, namespace) -> Optional.empty()).mount(server, "event-sources");
        new Collections(world, Kind.SENSOR, "SensorRequest", "sensor", (object, namespace) -> Optional.empty())
                .mount(server, "sensors");
        archive(server);
    }

    private void templates(ArgoServer server, Kind kind, String path) {
        Collections templates = new Collections(world, kind, "TemplateRequest", "template", linter::templateProblem);
        templates.mountLint(server, path);
        templates.mount(server, path);
    }

    private Optional<Problem> cron(ObjectNode cron, String namespace) {
        String name = cron.path("metadata").path("name").asString("");
        if (name.length() > 52) {
            return Optional.of(new Problem("cron workflow name \"" + name
                    + "\" must not be more than 52 characters long (currently " + name.length() + ")", false, false));
        }
        if (cron.path("spec").path("schedules").isEmpty()) {
            return Optional.of(new Problem("cron workflow must have at least one schedule", false, false));
        }
        ObjectNode workflow = JsonNodeFactory.instance.objectNode();
        workflow.putObject("metadata").put("generateName", name + "-");
        workflow.set("spec", cron.path("spec").path("workflowSpec").deepCopy());
        return linter.problem(workflow, namespace, true);
    }

    private void suspendCron(Call call, boolean suspend) throws IOException {
        ObjectNode after = world.store().update(World.HUB, Kind.CRON_WORKFLOW, call.namespace(), call.name(),
                cron -> ((ObjectNode) cron.path("spec")).put("suspend", suspend));
        call.answer(Shapes.answer("CronWorkflow", after));
    }

    private static void archive(ArgoServer server) {
        server.on("GET", "/api/v1/archived-workflows", call -> {
            ObjectNode empty = JsonNodeFactory.instance.objectNode();
            empty.putObject("metadata");
            call.answer(empty.putNull("items"));
        }).on("GET", "/api/v1/archived-workflows/{uid}", call -> {
            throw ArgoError.internal("getting archived workflows not supported");
        }).on("DELETE", "/api/v1/archived-workflows/{uid}", call -> {
            throw ArgoError.internal("deleting archived workflows not supported");
        }).on("GET", "/api/v1/workflow-event-bindings/{namespace}", call -> {
            ObjectNode empty = JsonNodeFactory.instance.objectNode();
            empty.putObject("metadata");
            call.answer(empty.putNull("items"));
        });
    }
}
