package dev.tiphys.sandbox.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.kube.Kind;
import dev.tiphys.sandbox.kube.ObjectMeta;

/// The status of an Application that was last deployed days ago and has been compared a minute ago.
final class ApplicationStatus {

    private static final Duration BETWEEN_DEPLOYMENTS = Duration.ofDays(6);

    private final ApplicationSetManifest manifest;
    private final SettledApplication settled;
    private final Instant reconciled;

    ApplicationStatus(ApplicationSetManifest manifest, SettledApplication settled, Instant reconciled) {
        this.manifest = manifest;
        this.settled = settled;
        this.reconciled = reconciled;
    }

    ObjectNode at(ObjectNode application, List<String> commits) {
        ObjectNode status = application.objectNode();
        ArrayNode history = history(status.putArray("history"), commits);
        JsonNode last = history.path(history.size() - 1);
        String now = reconciled.toString();
        status.put("reconciledAt", now).put("controllerNamespace", "argocd").put("resourceHealthSource", "appTree")
                .put("sourceType", sourceType());
        status.putObject("health").put("status", "Healthy").put("lastTransitionTime",
                last.path("deployedAt").asString());
        status.putObject("summary").putArray("images").add(image());
        ObjectNode sync = status.putObject("sync").put("status", settled.isSynced() ? "Synced" : "OutOfSync");
        sync.put("revision", settled.isSynced()
                ? last.path("revision").asString()
                : application.path("spec").path("source").path("targetRevision").asString());
        ObjectNode compared = sync.putObject("comparedTo");
        compared.set("source", application.path("spec").path("source").deepCopy());
        compared.set("destination", application.path("spec").path("destination").deepCopy());
        resources(status.putArray("resources"));
        operation(status.putObject("operationState"), last);
        return status;
    }

    private String sourceType() {
        return settled.component().mechanism() == Component.Mechanism.KUSTOMIZE_IMAGE ? "Kustomize" : "Helm";
    }

    private String image() {
        return settled.component().image(settled.component().liveVersion(settled.member()));
    }

    private ArrayNode history(ArrayNode history, List<String> commits) {
        List<String> versions = versions();
        for (int i = 0; i < versions.size(); i++) {
            Instant deployed = reconciled.minus(BETWEEN_DEPLOYMENTS.multipliedBy(versions.size() - i));
            ObjectNode source = (ObjectNode) manifest.application(settled.member(), versions.get(i)).path("spec")
                    .path("source");
            boolean chart = settled.component().mechanism() == Component.Mechanism.TARGET_REVISION;
            String revision = chart ? versions.get(i) : commits.get(Math.min(i, commits.size() - 1));
            ObjectNode entry = history.addObject().put("id", i).put("revision", revision)
                    .put("deployStartedAt", deployed.minusSeconds(4).toString())
                    .put("deployedAt", deployed.toString());
            entry.set("source", source);
            entry.putObject("initiatedBy").put("username", i == 0 ? "admin" : "portal");
        }
        return history;
    }

    private List<String> versions() {
        Component component = settled.component();
        String live = component.liveVersion(settled.member());
        List<String> versions = new ArrayList<>(component.versions());
        int until = versions.indexOf(live);
        if (until >= 0) {
            return versions.subList(0, until + 1);
        }
        versions.add(live);
        return versions;
    }

    private void resources(ArrayNode resources) {
        for (ObjectNode object : settled.objects()) {
            Kind kind = Kind.find(object.path("apiVersion").asString(""), object.path("kind").asString(""))
                    .orElseThrow();
            ObjectNode resource = resources.addObject();
            if (!kind.group().isEmpty()) {
                resource.put("group", kind.group());
            }
            boolean workload = object.path("spec").has("template");
            resource.put("version", kind.version()).put("kind", kind.name())
                    .put("namespace", ObjectMeta.namespace(object)).put("name", ObjectMeta.name(object))
                    .put("status", workload && !settled.isSynced() ? "OutOfSync" : "Synced");
        }
    }

    private static void operation(ObjectNode state, JsonNode last) {
        String revision = last.path("revision").asString();
        ObjectNode operation = state.putObject("operation");
        operation.putObject("sync").put("revision", revision);
        operation.set("initiatedBy", last.path("initiatedBy").deepCopy());
        operation.putObject("retry");
        state.put("phase", "Succeeded").put("message", "successfully synced (all tasks run)")
                .put("startedAt", last.path("deployStartedAt").asString())
                .put("finishedAt", last.path("deployedAt").asString());
        ObjectNode result = state.putObject("syncResult").put("revision", revision);
        result.set("source", last.path("source").deepCopy());
        result.putArray("resources");
    }
}
