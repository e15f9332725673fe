package dev.tiphys.promotion.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.tiphys.promotion.plan.JsonText;

/// The Workflow object as ordered maps and lists, ready to be written as JSON or YAML.
final class Manifest {

    private Manifest() {
    }

    static Map<String, Object> of(WorkflowModel model) {
        return object("apiVersion", "argoproj.io/v1alpha1", "kind", "Workflow", "metadata", metadata(model), "spec",
                spec(model));
    }

    private static Map<String, Object> metadata(WorkflowModel model) {
        return object("name", model.identity().name(), "namespace", model.workplace().namespace(), "labels",
                object("tiphys.dev/promotion", model.identity().promotion().toString(), "tiphys.dev/service",
                        model.service()),
                "annotations", object("tiphys.dev/plan", model.planHash(), "workflows.argoproj.io/title", model.title(),
                        "workflows.argoproj.io/description", model.description()));
    }

    private static Map<String, Object> spec(WorkflowModel model) {
        return object("entrypoint", "promotion", "onExit", "notify", "serviceAccountName",
                model.workplace().serviceAccount(), "securityContext", object("runAsNonRoot", true, "runAsUser", 8737),
                "podGC", object("strategy", "OnWorkflowCompletion", "deleteDelayDuration", "24h"), "ttlStrategy",
                object("secondsAfterCompletion", 604_800), "arguments", object("parameters", arguments(model)),
                "templates", templates(model));
    }

    private static List<Object> arguments(WorkflowModel model) {
        List<Object> parameters = new ArrayList<>();
        parameters.add(parameter("version", model.version()));
        parameters.add(parameter("plan", model.planHash()));
        parameters.add(parameter("requester", model.requester()));
        parameters.add(parameter("note", model.note()));
        parameters.add(parameter("change", model.changeReference()));
        for (WaveModel wave : model.waves()) {
            wave.items().forEach((argoCd, items) -> parameters
                    .add(parameter(WaveTemplates.argumentName(model, wave, argoCd), JsonText.of(items))));
        }
        return parameters;
    }

    private static List<Object> templates(WorkflowModel model) {
        List<Object> templates = new ArrayList<>(new LeafTemplates(model).all());
        templates.addAll(QuestionTemplates.all());
        templates.addAll(new TargetTemplates(model).all());
        templates.addAll(new WaveTemplates(model).all());
        return templates;
    }

    static Map<String, Object> parameter(String name, String value) {
        return object("name", name, "value", value);
    }

    /// Inputs without values.
    static Map<String, Object> inputs(List<String> names) {
        return object("parameters", names.stream().map(name -> object("name", name)).toList());
    }

    /// A map with these keys and values, in this order.
    static Map<String, Object> object(Object... keysAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return object;
    }
}
