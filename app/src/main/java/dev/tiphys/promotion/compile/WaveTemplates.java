package dev.tiphys.promotion.compile;

import static dev.tiphys.promotion.compile.Manifest.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One template for each wave, since Argo takes a number and no parameter for how much may be in flight, and the one
/// that puts the waves in order.
final class WaveTemplates {

    private final WorkflowModel model;

    WaveTemplates(WorkflowModel model) {
        this.model = model;
    }

    List<Object> all() {
        List<Object> templates = new ArrayList<>();
        model.waves().forEach(wave -> templates.add(wave(wave)));
        templates.add(promotion());
        return templates;
    }

    /// The workflow's argument with the targets of one wave on one Argo CD.
    static String argumentName(WorkflowModel model, WaveModel wave, String argoCd) {
        return model.hasSeveralArgoCds() ? "targets-" + wave.name() + "--" + argoCd : "targets-" + wave.name();
    }

    private String inputName(String argoCd) {
        return model.hasSeveralArgoCds() ? "targets-" + argoCd : "targets";
    }

    private Map<String, Object> wave(WaveModel wave) {
        List<String> inputs = new ArrayList<>();
        List<Object> tasks = new ArrayList<>();
        for (String argoCd : wave.items().keySet()) {
            inputs.add(inputName(argoCd));
            tasks.add(fanOut(argoCd));
        }
        inputs.add("soak");
        return object("name", "wave-" + wave.name(), "parallelism", wave.inFlight(), "inputs", Manifest.inputs(inputs),
                "dag", object("tasks", tasks));
    }

    private Map<String, Object> fanOut(String argoCd) {
        List<Object> parameters = new ArrayList<>(List.of(Manifest.parameter("target", "{{item}}")));
        if (model.hasSeveralArgoCds()) {
            parameters.add(Manifest.parameter("argocd", model.argoCds().getOrDefault(argoCd, "")));
        }
        parameters.add(Manifest.parameter("soak", "{{inputs.parameters.soak}}"));
        return object("name", model.hasSeveralArgoCds() ? "target-" + argoCd : "target", "template", "target",
                "withParam", "{{inputs.parameters." + inputName(argoCd) + "}}", "arguments",
                object("parameters", parameters));
    }

    private Map<String, Object> promotion() {
        List<Object> tasks = new ArrayList<>(List.of(gate(NodeNames.ADMISSION, NodeNames.ADMISSION)));
        String before = NodeNames.ADMISSION;
        for (WaveModel wave : model.waves()) {
            if (wave.approval()) {
                tasks.add(after(before, gate("approve-" + wave.name(), wave.name())));
                before = "approve-" + wave.name();
            }
            Map<String, Object> task = after(before,
                    object("name", wave.name(), "template", "wave-" + wave.name()));
            task.put("arguments", object("parameters", waveArguments(wave)));
            tasks.add(task);
            before = wave.name();
        }
        return object("name", "promotion", "dag", object("tasks", tasks));
    }

    private static Map<String, Object> gate(String name, String wave) {
        return object("name", name, "template", "gate", "arguments",
                object("parameters", List.of(Manifest.parameter("wave", wave))));
    }

    private List<Object> waveArguments(WaveModel wave) {
        List<Object> parameters = new ArrayList<>();
        for (String argoCd : wave.items().keySet()) {
            parameters.add(Manifest.parameter(inputName(argoCd),
                    "{{workflow.parameters." + argumentName(model, wave, argoCd) + "}}"));
        }
        parameters.add(Manifest.parameter("soak", wave.soak()));
        return parameters;
    }

    private static Map<String, Object> after(String before, Map<String, Object> task) {
        task.put("depends", before);
        return task;
    }
}
