package dev.tiphys.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import dev.tiphys.argo.json.JsonView;
import dev.tiphys.argo.workflows.WorkflowTemplates.Template;
import dev.tiphys.catalog.ContractFinding.Level;

/// What is wrong inside one WorkflowTemplate of a provider, apart from what Argo's own check minds.
final class TemplateContract {

    private static final Pattern SPLICED = Pattern
            .compile(
                    "\\{\\{=?[^}]*(inputs\\.parameters|workflow\\.parameters|inputs\\['parameters|inputs\\[\"parameters)");
    private static final Pattern QUOTED = Pattern.compile("\\{\\{=\\s*toJson\\([^}]*\\}\\}");
    private static final Pattern SHELL = Pattern
            .compile("(.*/)?(sh|bash|ash|dash|zsh|ksh|python\\d*(\\.\\d+)?|perl|node"
                    + "|ruby|env|eval|pwsh|powershell)");
    private static final Pattern TELLING = Pattern
            .compile("(?i).*(password|passwd|secret|token|api-?key|private-?key).*");
    private static final Set<String> CONTAINERS = Set.of("container", "script");

    private final String item;
    private final Template template;
    private final Set<String> secretOutputs;
    private final List<ContractFinding> findings = new ArrayList<>();

    private TemplateContract(String item, Template template, Set<String> secretOutputs) {
        this.item = item;
        this.template = template;
        this.secretOutputs = secretOutputs;
    }

    /// @param secretOutputs outputs that are known to hold names of Secrets
    static List<ContractFinding> check(String item, Template template, Set<String> secretOutputs) {
        TemplateContract contract = new TemplateContract(item, template, secretOutputs);
        JsonView spec = JsonView.parse(template.manifest()).at("spec");
        spec.items("templates").forEach(contract::look);
        return List.copyOf(contract.findings);
    }

    private void look(JsonView part) {
        String name = part.text("name");
        CONTAINERS.stream().sorted().filter(kind -> part.at(kind).isPresent())
                .forEach(kind -> container(name, kind, part.at(kind)));
        Stream.of("initContainers", "sidecars").flatMap(part::items).forEach(one -> container(name, "container", one));
        part.items("containerSet", "containers").forEach(one -> container(name, "container", one));
        manifest(name, part.text("resource", "manifest"));
        http(name, part.at("http"));
        Stream.concat(part.items("steps").flatMap(group -> new JsonView(group.node()).items()),
                part.items("dag", "tasks")).forEach(step -> when(name, step));
        part.items("outputs", "parameters").forEach(output -> output(name, output));
    }

    private void container(String part, String kind, JsonView container) {
        if (SPLICED.matcher(container.text("source")).find()) {
            spliced(part, "the source of the script");
        }
        List<String> command = texts(container, "command");
        List<String> all = Stream.concat(command.stream(), texts(container, "args").stream()).toList();
        boolean shell = !command.isEmpty() && SHELL.matcher(command.getFirst()).matches();
        if (shell && all.stream().anyMatch(text -> SPLICED.matcher(text).find())) {
            spliced(part, "the text of a command");
        }
        if (command.isEmpty()) {
            add(Level.ERROR, part, "The " + kind + " names no command.",
                    "Write command: […]. Without it Argo asks the registry for the image's own, which often fails.");
        }
        image(part, container.text("image"));
    }

    private static List<String> texts(JsonView container, String key) {
        return container.items(key).map(JsonView::text).toList();
    }

    private void spliced(String part, String where) {
        add(Level.ERROR, part, "A parameter is written into " + where + ", so that a value can become a command.",
                "Give it to the container as an environment variable (env: [{name: X, value: \"{{inputs.parameters.x}}\"}])"
                        + " and write \"$X\" in the script.");
    }

    private void image(String part, String image) {
        String name = image.substring(image.lastIndexOf('/') + 1);
        if (image.isEmpty() || image.contains("{{") || image.contains("@sha256:")) {
            return;
        }
        if (!name.contains(":") || name.endsWith(":latest")) {
            add(Level.WARNING, part, "The image " + image + " has no tag that stays the same.",
                    "Name a version, or a digest (" + name.replaceAll(":.*", "") + "@sha256:…).");
        }
    }

    private void manifest(String part, String manifest) {
        if (SPLICED.matcher(QUOTED.matcher(manifest).replaceAll("")).find()) {
            add(Level.WARNING, part, "A parameter is written into a manifest, so that a value can add fields to it.",
                    "Write {{=toJson(inputs.parameters.x)}}, which puts it in quotes.");
        }
    }

    private void http(String part, JsonView http) {
        if (SPLICED.matcher(QUOTED.matcher(http.text("body")).replaceAll("")).find()) {
            add(Level.WARNING, part, "A parameter is written into the body of a request, so that a quote breaks it.",
                    "Write {{=toJson(inputs.parameters.x)}}, which puts it in quotes.");
        }
        if (http.text("url").startsWith("http://")) {
            add(Level.WARNING, part, "The request goes over http.", "Use https.");
        }
    }

    private void when(String part, JsonView step) {
        JsonNode when = step.at("when").node();
        if (when.isString() && SPLICED.matcher(when.asString()).find() && !isLimited(when.asString())) {
            add(Level.WARNING, part,
                    "The condition of " + step.text("name") + " holds a parameter that may be any text,"
                            + " so that a quote breaks it.",
                    "Give the parameter an enum, or write the condition as {{= … }}.");
        }
    }

    // A value out of a list of plain words breaks nothing.
    private boolean isLimited(String condition) {
        return condition.contains("{{=") || JsonView.parse(template.manifest()).items("spec", "arguments", "parameters")
                .filter(one -> condition.contains("parameters." + one.text("name") + "}}"))
                .allMatch(one -> !one.texts("enum").isEmpty());
    }

    private void output(String part, JsonView output) {
        String name = output.text("globalName");
        if (TELLING.matcher(name).matches() && !secretOutputs.contains(name)) {
            add(Level.WARNING, part, "The output " + name + " looks like a secret. Argo keeps outputs in clear.",
                    "Write a Secret, give its name as the output, and list the output under secrets in item.yaml.");
        }
    }

    private void add(Level level, String part, String what, String remedy) {
        findings.add(new ContractFinding(level, item, template.name() + (part.isEmpty() ? "" : ", template " + part),
                what, remedy));
    }
}
