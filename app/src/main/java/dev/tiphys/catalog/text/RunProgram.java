package dev.tiphys.catalog.text;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

import dev.tiphys.argo.json.JsonView;

/// The workflow of an order or action as a Hera program that makes the same object.
public final class RunProgram {

    private static final Pattern HUMP = Pattern.compile("([a-z])([A-Z])");

    private RunProgram() {
    }

    /// @param manifest a Workflow that refers to a WorkflowTemplate, as JSON text
    public static String of(String manifest) {
        JsonView workflow = JsonView.parse(manifest);
        List<String> arguments = new ArrayList<>();
        for (String word : List.of("name", "namespace", "labels", "annotations")) {
            add(arguments, word, "", workflow.at("metadata", word).node());
        }
        workflow.at("spec").node().properties().forEach(entry -> {
            String name = HUMP.matcher(entry.getKey()).replaceAll("$1_$2").toLowerCase(Locale.ROOT);
            switch (entry.getKey()) {
                case "arguments" -> arguments.add("arguments=[" + parameters(new JsonView(entry.getValue())) + "]");
                case "workflowTemplateRef" -> arguments.add(name + "=m.WorkflowTemplateRef(name="
                        + literal(entry.getValue().path("name").asString("")) + ")");
                default -> add(arguments, name, type(entry.getKey()), entry.getValue());
            }
        });
        String title = workflow.text("metadata", "annotations", "workflows.argoproj.io/title");
        return """
            ""\"%s.

            Needs Hera 7: pip install "hera[yaml]>=7,<8". With an Argo Server's address in ARGO_SERVER, such as
            https://argo.example:2746, and a token in ARGO_TOKEN it starts the workflow; else it prints the manifest.
            ""\"

            import os
            import sys

            from hera.workflows import Parameter, Workflow, WorkflowsService
            from hera.workflows import models as m

            workflow = Workflow(
            %s
            )

            if __name__ == "__main__":
                if "ARGO_SERVER" in os.environ:
                    workflow.workflows_service = WorkflowsService(
                        host=os.environ["ARGO_SERVER"].rstrip("/") + "/", token=os.environ["ARGO_TOKEN"]
                    )
                    workflow.create()
                    print("started", workflow.namespace + "/" + workflow.name)
                else:
                    sys.stdout.write(workflow.to_yaml())
            """.formatted(escaped(title.isEmpty() ? workflow.text("metadata", "name") : title),
                arguments.stream().map(line -> "    " + line + ",").collect(joining("\n")));
    }

    private static String type(String key) {
        return key.equals("ttlStrategy") ? "TTLStrategy" : Character.toUpperCase(key.charAt(0)) + key.substring(1);
    }

    // An object is one of Hera's models, except where it is a plain map.
    private static void add(List<String> arguments, String name, String type, JsonNode value) {
        if (value.isObject() && !type.isEmpty() && !type.equals("NodeSelector")) {
            arguments.add(name + "=m." + type + ".model_validate(" + python(value) + ")");
        } else if (!value.isMissingNode() && !value.isNull()) {
            arguments.add(name + "=" + python(value));
        }
    }

    private static String parameters(JsonView arguments) {
        String list = arguments.items("parameters")
                .map(one -> "\n        Parameter(name=" + literal(one.text("name")) + ", value="
                        + literal(one.text("value")) + "),")
                .collect(joining());
        return list.isEmpty() ? "" : list + "\n    ";
    }

    private static String python(JsonNode value) {
        if (value.isObject()) {
            return value.properties().stream()
                    .map(entry -> literal(entry.getKey()) + ": " + python(entry.getValue()))
                    .collect(joining(", ", "{", "}"));
        }
        if (value.isArray()) {
            return value.valueStream().map(RunProgram::python).collect(joining(", ", "[", "]"));
        }
        return value.isBoolean()
                ? value.asBoolean() ? "True" : "False"
                : value.isNull() ? "None" : value.isNumber() ? value.asString() : literal(value.asString());
    }

    private static String literal(String text) {
        return '"' + escaped(text) + '"';
    }

    // ASCII alone, so that whatever a value holds stays a value.
    private static String escaped(String text) {
        return text.codePoints().mapToObj(c -> c == '"' || c == '\\'
                ? "\\" + (char) c
                : c >= ' ' && c < 0x7f
                        ? String.valueOf((char) c)
                        : String.format(Locale.ROOT, c < 0x10000 ? "\\u%04x" : "\\U%08x", c))
                .collect(joining());
    }
}
