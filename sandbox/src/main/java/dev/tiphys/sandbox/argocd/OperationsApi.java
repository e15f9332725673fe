package dev.tiphys.sandbox.argocd;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.kube.Kind;

/// Sync, rollback and terminate.
final class OperationsApi {

    private static final String SYNC = "sync";

    private final ApplicationAccess access;
    private final ApplicationView view;
    private final Repositories repositories;
    private final SyncWindows windows;
    private final ArgoCdTimings timings;

    OperationsApi(ApplicationAccess access, ApplicationView view, Repositories repositories, SyncWindows windows,
            ArgoCdTimings timings) {
        this.access = access;
        this.view = view;
        this.repositories = repositories;
        this.windows = windows;
        this.timings = timings;
    }

    void mount(Gateway gateway) {
        gateway.on("POST", "/v1/applications/{name}/sync", this::sync)
                .on("POST", "/v1/applications/{name}/rollback", this::rollback)
                .on("DELETE", "/v1/applications/{name}/operation", this::terminate);
    }

    private void sync(Call call) throws IOException, InterruptedException {
        Body body = call.body();
        Application application = access.require(call, body, "get");
        checkProject(application);
        if (!windows.allowsManualSync(application)) {
            throw GrpcException.denied("cannot sync: blocked by sync window");
        }
        call.caller().demand(ApplicationAccess.RESOURCE, SYNC, ApplicationAccess.object(application));
        if (application.isDeleting()) {
            throw GrpcException.precondition("application is deleting");
        }
        String asked = body.text("revision");
        boolean other = !asked.isEmpty() && !asked.equals(application.targetRevision());
        if (application.isAutomated() && !body.flag("dryRun") && other) {
            throw GrpcException.precondition("Cannot sync to " + asked + ": auto-sync currently set to "
                    + application.targetRevision());
        }
        ObjectNode operation = JsonNodeFactory.instance.objectNode();
        ObjectNode sync = SyncRequest.of(body, application);
        addRevisions(call, body, application, sync);
        operation.set(SYNC, sync);
        SyncRequest.describe(operation, body, application, call.caller());
        call.answer(view.whole(request(application, operation)));
    }

    private static void checkSizes(Body body) {
        if (body.texts("revisions").size() != body.field("sourcePositions").size()) {
            throw new GrpcException(GrpcCode.INTERNAL, "runtime error: index out of range");
        }
    }

    private void checkProject(Application application) {
        boolean known = access.applications().world().store()
                .find(World.HUB, Kind.APP_PROJECT, Informer.NAMESPACE, application.project()).isPresent();
        if (!known) {
            throw GrpcException.invalid("app is not allowed in project \"" + application.project()
                    + "\", or the project does not exist");
        }
    }

    private void addRevisions(Call call, Body body, Application application, ObjectNode sync)
            throws InterruptedException {
        if (application.isMultiSource()) {
            checkSizes(body);
            ArrayNode revisions = sync.putArray("revisions");
            List<String> asked = body.texts("revisions");
            int position = 0;
            for (JsonNode source : application.spec().path("sources")) {
                int index = indexOf(body.field("sourcePositions"), ++position);
                revisions.add(resolve(call, source,
                        index < 0 ? source.path("targetRevision").asString("") : asked.get(index)));
            }
            return;
        }
        String asked = body.text("revision");
        sync.put("revision", resolve(call, application.source(),
                asked.isEmpty() ? application.targetRevision() : asked));
    }

    private static int indexOf(JsonNode positions, int position) {
        for (int i = 0; i < positions.size(); i++) {
            if (positions.get(i).asInt(0) == position) {
                return i;
            }
        }
        return -1;
    }

    private String resolve(Call call, JsonNode source, String revision) throws InterruptedException {
        access.applications().world().clock().sleep(timings.validation());
        call.deadline().check();
        try {
            return repositories.resolve(source, revision);
        } catch (GrpcException unavailable) {
            throw new GrpcException(GrpcCode.FAILED_PRECONDITION,
                    "error resolving repo revision: rpc error: code = Unavailable desc = " + unavailable.getMessage());
        }
    }

    // The server clears the state of the last operation when it stores the next.
    private Application request(Application application, ObjectNode operation) {
        return change(application.name(), json -> {
            if (json.path("operation").isObject()) {
                throw GrpcException.precondition("another operation is already in progress");
            }
            json.set("operation", operation);
            if (json.path("status") instanceof ObjectNode status) {
                status.remove("operationState");
            }
        });
    }

    private Application change(String name, Consumer<ObjectNode> change) {
        return access.applications().change(name, change)
                .orElseThrow(() -> GrpcException.notFound("applications.argoproj.io \"" + name + "\" not found"));
    }

    private void rollback(Call call) throws IOException {
        Body body = call.body();
        if (!body.has("id")) {
            throw ApplicationsApi.missing("id");
        }
        Application application = access.require(call, body, SYNC);
        if (application.isDeleting()) {
            throw GrpcException.precondition("application is deleting");
        }
        if (application.isAutomated()) {
            throw GrpcException.precondition("rollback cannot be initiated when auto-sync is enabled");
        }
        long id = body.number("id");
        JsonNode deployed = application.json().path("status").path("history").valueStream()
                .filter(entry -> entry.path("id").asLong(-1) == id).findFirst()
                .orElseThrow(() -> GrpcException
                        .invalid("application " + application.name() + " does not have deployment with id " + id));
        ObjectNode operation = JsonNodeFactory.instance.objectNode();
        operation.set(SYNC, SyncRequest.ofRollback(body, deployed, application));
        operation.putObject("initiatedBy").put("username", call.caller().username());
        call.answer(view.whole(request(application, operation)));
    }

    private void terminate(Call call) throws IOException {
        Application application = access.require(call, SYNC);
        change(application.name(), json -> {
            Application present = new Application(json);
            if (!present.hasOperation() || !present.operationState().isObject()) {
                throw GrpcException.invalid("Unable to terminate operation. No operation is in progress");
            }
            ((ObjectNode) present.operationState()).put("phase", "Terminating");
        });
        call.answerEmpty();
    }
}
