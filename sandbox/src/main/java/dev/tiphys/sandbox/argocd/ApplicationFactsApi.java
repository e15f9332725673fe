package dev.tiphys.sandbox.argocd;

import java.io.IOException;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.kube.Kind;

/// What surrounds an Application: its events, its sync windows, the authors of its revisions.
final class ApplicationFactsApi {

    private final ApplicationAccess access;
    private final SyncWindows windows;
    private final Repositories repositories;
    private final EventLog events;
    private final ClusterDirectory clusters;

    ApplicationFactsApi(ApplicationAccess access, SyncWindows windows, Repositories repositories, EventLog events,
            ClusterDirectory clusters) {
        this.access = access;
        this.windows = windows;
        this.repositories = repositories;
        this.events = events;
        this.clusters = clusters;
    }

    void mount(Gateway gateway) {
        gateway.on("GET", "/v1/applications/{name}/events", this::events)
                .on("GET", "/v1/applications/{name}/syncwindows", this::syncWindows)
                .on("GET", "/v1/applications/{name}/revisions/{revision}/metadata", this::revision);
    }

    private void syncWindows(Call call) throws IOException {
        Application application = access.require(call, "get");
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        put(answer, "activeWindows", windows.active(application));
        put(answer, "assignedWindows", windows.assigned(application));
        answer.put("canSync", windows.allowsManualSync(application));
        call.answer(answer);
    }

    private static void put(ObjectNode answer, String field, List<JsonNode> those) {
        for (JsonNode window : those) {
            answer.withArrayProperty(field).addObject().put("kind", window.path("kind").asString(""))
                    .put("schedule", window.path("schedule").asString(""))
                    .put("duration", window.path("duration").asString(""))
                    .put("manualSync", window.path("manualSync").asBoolean(false));
        }
    }

    private void revision(Call call) throws IOException {
        Application application = access.require(call, "get");
        String revision = call.parameter("revision");
        boolean chart = application.source().has("chart");
        if (!chart && !Repositories.isCommit(revision)) {
            throw GrpcException.unknown("revision " + revision + " must be resolved");
        }
        String ref = repositories.refOf(revision);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("author", "Jason of Iolcos <jason@example.com>").put("date", "2026-11-20T08:00:00Z");
        if (ref.matches("v\\d.*")) {
            answer.putArray("tags").add(ref);
        }
        call.answer(answer.put("message", ref.isEmpty()
                ? "Change the configuration"
                : "Change the configuration of "
                        + ref));
    }

    private void events(Call call) throws IOException {
        Application application = access.require(call, "get");
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        String uid = call.query("resourceUID");
        if (uid.isEmpty()) {
            events.of(application.name()).forEach(entry -> items.add(event(application, entry, items.size())));
        } else {
            clusters.find(application.destination()).map(Cluster::member).filter(member -> !member.isEmpty())
                    .ifPresent(member -> access.applications().world().store().list(member, Kind.EVENT, "").stream()
                            .filter(event -> event.path("involvedObject").path("uid").asString("").equals(uid))
                            .forEach(event -> items.add(WireObject.plain(event))));
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putObject("metadata");
        answer.set("items", items.isEmpty() ? JsonNodeFactory.instance.nullNode() : items);
        call.answer(answer);
    }

    private static ObjectNode event(Application application, EventLog.Entry entry, int number) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.putObject("metadata").put("name", application.name() + "." + number)
                .put("namespace", Informer.NAMESPACE).put("creationTimestamp", entry.at());
        event.putObject("involvedObject").put("kind", Kind.APPLICATION.name())
                .put("namespace", Informer.NAMESPACE).put("name", application.name())
                .put("uid", application.json().path("metadata").path("uid").asString(""))
                .put("apiVersion", Kind.APPLICATION.apiVersion());
        event.put("reason", entry.reason()).put("message", entry.message());
        event.putObject("source").put("component", entry.component());
        event.put("firstTimestamp", entry.at()).put("lastTimestamp", entry.at()).put("count", 1)
                .put("type", entry.type()).putNull("eventTime").put("reportingComponent", entry.component())
                .put("reportingInstance", "");
        return event;
    }
}
