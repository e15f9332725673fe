package dev.tiphys.argo.cd;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.tiphys.argo.json.JsonView;

/// Reads Applications as Argo CD's API writes them: no kind, nested empty objects, `null` for what is absent.
final class ApplicationReader {

    private ApplicationReader() {
    }

    static ApplicationSummary summary(JsonView json) {
        JsonView meta = json.at("metadata");
        JsonView spec = json.at("spec");
        JsonView status = json.at("status");
        JsonView operation = status.at("operationState");
        return new ApplicationSummary(ref(json), meta.map("labels"), meta.map("annotations"),
                firstOf(spec.text("destination", "name"), spec.text("destination", "server")),
                spec.text("destination", "server"), spec.text("destination", "namespace"), specSource(spec),
                spec.items("sources").findAny().isPresent(), isAutomated(spec),
                firstOf(status.text("sync", "status"), "Unknown"), status.text("sync", "revision"),
                firstOf(status.text("health", "status"), "Unknown"), operation.text("phase"),
                operation.instant("startedAt"), operation.instant("finishedAt"), status.texts("summary", "images"),
                meta.instant("creationTimestamp"), !meta.text("deletionTimestamp").isEmpty());
    }

    static Application application(JsonView json) {
        JsonView meta = json.at("metadata");
        JsonView status = json.at("status");
        List<Application.Condition> conditions = status.items("conditions")
                .map(condition -> new Application.Condition(condition.text("type"), condition.text("message")))
                .toList();
        return new Application(summary(json), meta.text("uid"), meta.text("resourceVersion"),
                status.text("health", "message"), json.at("operation").node().isObject(),
                operation(status.at("operationState")), status.instant("reconciledAt"),
                source(firstSource(status.at("sync", "comparedTo"))), conditions, applicationSet(meta));
    }

    static Source source(JsonView source) {
        Map<String, String> parameters = new LinkedHashMap<>();
        source.items("helm", "parameters")
                .forEach(parameter -> parameters.put(parameter.text("name"), parameter.text("value")));
        Set<String> forced = source.items("helm", "parameters").filter(parameter -> parameter.flag("forceString"))
                .map(parameter -> parameter.text("name")).collect(Collectors.toSet());
        return new Source(source.text("repoURL"), source.text("path"), source.text("chart"),
                source.text("targetRevision"), source.texts("kustomize", "images"), parameters, forced);
    }

    private static ApplicationRef ref(JsonView json) {
        // Argo CD itself takes an empty project for "default".
        return new ApplicationRef(firstOf(json.text("spec", "project"), "default"), json.text("metadata", "namespace"),
                json.text("metadata", "name"));
    }

    private static Source specSource(JsonView spec) {
        return source(firstSource(spec));
    }

    private static JsonView firstSource(JsonView holder) {
        return holder.items("sources").findFirst().orElseGet(() -> holder.at("source"));
    }

    private static boolean isAutomated(JsonView spec) {
        JsonView automated = spec.at("syncPolicy", "automated");
        return automated.isPresent() && automated.at("enabled").node().asBoolean(true);
    }

    private static @Nullable OperationState operation(JsonView state) {
        if (state.text("phase").isEmpty()) {
            return null;
        }
        Map<String, String> info = new LinkedHashMap<>();
        state.items("operation", "info").forEach(entry -> info.put(entry.text("name"), entry.text("value")));
        return new OperationState(state.text("phase"), state.text("message"), info,
                state.text("operation", "initiatedBy", "username"), state.instant("startedAt"),
                state.instant("finishedAt"), state.number(0, "retryCount"), state.text("syncResult", "revision"),
                source(firstSource(state.at("syncResult"))), state.text("operation", "sync", "revision"));
    }

    private static String applicationSet(JsonView meta) {
        Optional<JsonView> owner = meta.items("ownerReferences")
                .filter(reference -> reference.text("kind").equals("ApplicationSet")).findFirst();
        return owner.map(reference -> reference.text("name")).orElse("");
    }

    private static String firstOf(String first, String second) {
        return first.isEmpty() ? second : first;
    }
}
