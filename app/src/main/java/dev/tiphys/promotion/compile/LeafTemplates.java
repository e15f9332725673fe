package dev.tiphys.promotion.compile;

import static dev.tiphys.promotion.compile.Manifest.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The templates that become pods: one verb of the step program each.
final class LeafTemplates {

    private static final Map<String, Object> RETRY = object("limit", "5", "retryPolicy", "Always", "expression",
            Expressions.TECHNICAL, "backoff", object("duration", "10s", "factor", "2", "cap", "2m"));

    /// What Argo CD is told with each operation.
    private static final List<String> WHY = List.of("requester", "note", "change");

    private final WorkflowModel model;

    LeafTemplates(WorkflowModel model) {
        this.model = model;
    }

    List<Object> all() {
        return List.of(delivery("set-version"), delivery("sync"), delivery("await-rollout"),
                delivery("verify", "soak"), notification(), gateCheck());
    }

    private Map<String, Object> delivery(String verb, String... more) {
        List<String> inputs = new ArrayList<>(TargetTemplates.identity(model));
        inputs.add("attempt");
        List<String> arguments = new ArrayList<>(List.of("--promotion", "{{workflow.name}}", "--target",
                "{{inputs.parameters.target}}", "--attempt", "{{inputs.parameters.attempt}}", "--version",
                "{{workflow.parameters.version}}", "--mechanism", model.mechanism().kind()));
        if (!model.mechanism().subject().isEmpty()) {
            arguments.addAll(List.of("--subject", model.mechanism().subject()));
        }
        for (String input : more) {
            inputs.add(input);
            arguments.addAll(List.of("--" + input, "{{inputs.parameters." + input + "}}"));
        }
        if (verb.equals("sync")) {
            WHY.forEach(word -> arguments.addAll(List.of("--" + word, "{{workflow.parameters." + word + "}}")));
        }
        return object("name", verb, "inputs", Manifest.inputs(inputs), "outputs",
                object("parameters", List.of(left("reason", ""))), "retryStrategy", RETRY, "container",
                container(verb, arguments, argoCdVariables()));
    }

    private List<Object> argoCdVariables() {
        String secret = model.hasSeveralArgoCds()
                ? "{{inputs.parameters.argocd}}"
                : model.argoCds().firstEntry().getValue();
        return List.of(variable("ARGOCD_SERVER", object("name", secret, "key", "server")),
                variable("ARGOCD_AUTH_TOKEN", object("name", secret, "key", "token")));
    }

    private Map<String, Object> notification() {
        List<String> arguments = List.of("--promotion", "{{workflow.name}}", "--service", model.service(), "--version",
                "{{workflow.parameters.version}}", "--status", "{{workflow.status}}", "--url", model.url());
        Object url = object("name", model.workplace().eventsSecret(), "key", "url", "optional", true);
        return object("name", "notify", "retryStrategy", RETRY, "container",
                container("notify", arguments, List.of(variable("TIPHYS_EVENTS_URL", url))));
    }

    private Map<String, Object> gateCheck() {
        List<String> inputs = List.of("wave", "gate", "proof");
        List<String> arguments = new ArrayList<>(List.of("--promotion", "{{workflow.name}}"));
        inputs.forEach(input -> arguments.addAll(List.of("--" + input, "{{inputs.parameters." + input + "}}")));
        arguments.addAll(List.of("--plan", "{{workflow.parameters.plan}}", "--key", model.workplace().gateKey()));
        return object("name", "check-gate", "inputs", Manifest.inputs(inputs), "outputs",
                object("parameters", List.of(left("verdict", "forged"), left("reason", ""))), "retryStrategy", RETRY,
                "container", container("check-gate", arguments, List.of()));
    }

    private static Object left(String name, String otherwise) {
        return object("name", name, "valueFrom", object("path", "/tmp/" + name, "default", otherwise));
    }

    private Map<String, Object> container(String verb, List<String> arguments, List<Object> variables) {
        Map<String, Object> container = object("image", model.stepImage(), "command", List.of("tiphys", "step", verb),
                "args", arguments);
        if (!variables.isEmpty())
            container.put("env", variables);
        return container;
    }

    private static Map<String, Object> variable(String name, Object secretKey) {
        return object("name", name, "valueFrom", object("secretKeyRef", secretKey));
    }
}
