package dev.tiphys.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.argo.json.JsonView;
import dev.tiphys.catalog.text.ObjectYaml;

/// Writes the WorkflowTemplates of an item around a script or a job that a provider has already. Values reach it as
/// environment variables, never inside its text.
final class ItemWriter {

    private static final List<String> SUPPLIED = List.of("instance-id", "instance-name", "instance-owner");

    private final Provider provider;
    private final NewItemWish wish;
    private final List<ParameterLine> parameters;

    private ItemWriter(Provider provider, NewItemWish wish) {
        this.provider = provider;
        this.wish = wish;
        this.parameters = ParameterLine.read(wish.of(wish.parameters()));
    }

    /// Those of create, delete and the day-2 action if there is one.
    static List<ObjectNode> write(Provider provider, NewItemWish wish) {
        ItemWriter writer = new ItemWriter(provider, wish);
        List<ObjectNode> templates = new ArrayList<>();
        templates.add(writer.template(Item.CREATE, wish.of(wish.create()), true));
        if (!wish.of(wish.action()).isEmpty()) {
            templates.add(writer.template(wish.of(wish.action()), wish.of(wish.actionScript()), true));
        }
        templates.add(writer.template(Item.DELETE, wish.of(wish.delete()), false));
        return templates;
    }

    private ObjectNode template(String action, String work, boolean asks) {
        ObjectNode template = JsonView.object().put("apiVersion", "argoproj.io/v1alpha1")
                .put("kind", "WorkflowTemplate");
        ObjectNode meta = template.putObject("metadata").put("name", wish.item() + "-" + action)
                .put("namespace", provider.namespace());
        meta.putObject("labels").put("tiphys.dev/item", wish.item()).put("tiphys.dev/action", action)
                .put("tiphys.dev/lifecycle", "draft").put("tiphys.dev/item-version", "1.0");
        if (action.equals(Item.CREATE)) {
            meta.putObject("annotations").put("tiphys.dev/item-definition", ObjectYaml.of(sheet()));
        }
        ObjectNode spec = template.putObject("spec").put("entrypoint", "main")
                .put("serviceAccountName", provider.serviceAccount()).put("activeDeadlineSeconds", 3600);
        spec.putObject("podGC").put("strategy", "OnWorkflowSuccess");
        spec.putObject("securityContext").put("runAsNonRoot", true).put("runAsUser", 10001)
                .putObject("seccompProfile").put("type", "RuntimeDefault");
        arguments(spec.putObject("arguments").putArray("parameters"), asks);
        ObjectNode main = spec.putArray("templates").addObject().put("name", "main").put("timeout", "30m");
        if (wish.isJob()) {
            job(main.putObject("container"), work, asks);
        } else {
            script(main.putObject("script"), work, asks);
        }
        outputs(main.putObject("outputs").putArray("parameters"), asks);
        return template;
    }

    private ObjectNode sheet() {
        ObjectNode sheet = JsonView.object().put("title", wish.title());
        if (!wish.of(wish.description()).isEmpty()) {
            sheet.put("description", wish.description());
        }
        ArrayNode columns = sheet.putArray("columns");
        outputs().stream().limit(4).forEach(output -> columns.addObject().put("value", output));
        return sheet;
    }

    private void arguments(ArrayNode arguments, boolean asks) {
        SUPPLIED.forEach(name -> arguments.addObject().put("name", name));
        if (asks) {
            parameters.forEach(line -> {
                ObjectNode argument = arguments.addObject().put("name", line.name());
                if (!line.options().isEmpty()) {
                    line.options().forEach(argument.putArray("enum")::add);
                }
                if (!line.preset().isEmpty()) {
                    argument.put("value", line.preset());
                }
            });
        }
    }

    private void script(ObjectNode script, String source, boolean asks) {
        String shell = wish.of(wish.shell());
        script.put("image", wish.image()).putArray("command").add(shell);
        script.put("source", shell.equals("python3") ? source + "\n" : "set -eu\n" + source + "\n");
        environment(script.putArray("env"), asks);
        limits(script);
    }

    // The portal's own image has a client that submits, looks until it has ended, and fetches what it made.
    private void job(ObjectNode container, String path, boolean asks) {
        container.put("image", wish.image()).putArray("command").add("tiphys").add("call");
        ArrayNode args = container.putArray("args").add("POST").add(path);
        variables(asks).forEach(name -> args.add("--field")
                .add(wish.of(wish.prefix()) + name.replace('-', '_') + "=" + ParameterLine.variable(name)));
        args.add("--poll").add(wish.poll()).add("--until").add(wish.until()).add("--failed").add(wish.failed());
        if (!wish.of(wish.log()).isEmpty()) {
            args.add("--log").add(wish.log());
        }
        if (asks) {
            wish.of(wish.outputs()).lines().map(String::strip).filter(line -> !line.isEmpty())
                    .forEach(line -> args.add("--output").add(line));
        }
        ArrayNode env = container.putArray("env");
        env.addObject().put("name", "API_URL").putObject("valueFrom").putObject("configMapKeyRef")
                .put("name", "provider-api").put("key", "url");
        env.addObject().put("name", "API_TOKEN").putObject("valueFrom").putObject("secretKeyRef")
                .put("name", "provider-api").put("key", "token");
        environment(env, asks);
        limits(container);
    }

    private Stream<String> variables(boolean asks) {
        return Stream.concat(SUPPLIED.stream(), asks ? parameters.stream().map(ParameterLine::name) : Stream.empty());
    }

    private void environment(ArrayNode env, boolean asks) {
        variables(asks).forEach(name -> env.addObject().put("name", ParameterLine.variable(name))
                .put("value", "{{workflow.parameters." + name + "}}"));
    }

    private static void limits(ObjectNode container) {
        ObjectNode resources = container.putObject("resources");
        resources.putObject("requests").put("cpu", "50m").put("memory", "96Mi");
        resources.putObject("limits").put("cpu", "500m").put("memory", "256Mi");
        container.putObject("securityContext").put("allowPrivilegeEscalation", false).putObject("capabilities")
                .putArray("drop").add("ALL");
    }

    private List<String> outputs() {
        return wish.of(wish.outputs()).lines().map(String::strip).filter(line -> !line.isEmpty())
                .map(line -> line.replaceAll("=.*", "")).distinct().toList();
    }

    // What a script does not write is empty, not a failure.
    private void outputs(ArrayNode parameters, boolean asks) {
        if (asks) {
            outputs().forEach(name -> parameters.addObject().put("name", name).put("globalName", name)
                    .putObject("valueFrom").put("path", "/tmp/" + name).put("default", ""));
        }
        parameters.addObject().put("name", "reason").putObject("valueFrom").put("path", "/tmp/reason").put("default",
                "");
    }
}
