package dev.tiphys.sandbox.contract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.util.UUID;

import dev.tiphys.argo.json.JsonView;
import dev.tiphys.sandbox.SandboxEndpoints;

/// The Argo Server that the suite holds to the contract: the sandbox's, or a live one named by `-Dlive.workflows.url`.
///
/// @param isLive whether it is somebody's real one
record WorkflowsUnderContract(Wire wire, String namespace, boolean isLive) {

    static WorkflowsUnderContract find() {
        String url = System.getProperty("live.workflows.url", "");
        if (url.isEmpty()) {
            URI sandbox = ContractFleet.shared().endpoints().workflowsUrl();
            return new WorkflowsUnderContract(new Wire(sandbox, SandboxEndpoints.WORKFLOWS_TOKEN),
                    SandboxEndpoints.WORKFLOWS_NAMESPACE, false);
        }
        return new WorkflowsUnderContract(
                new Wire(URI.create(url.replaceAll("/+$", "")), System.getProperty("live.workflows.token", "")),
                System.getProperty("live.workflows.namespace", "promotions"), true);
    }

    /// A live server gets workflows only with leave.
    WorkflowsUnderContract mutable() {
        assumeTrue(!isLive || Boolean.getBoolean("live.workflows.mutable"),
                "SKIPPED: allow workflows in the named namespace with -Dlive.workflows.mutable=true");
        return this;
    }

    String path(String... rest) {
        return "/api/v1/workflows/" + namespace + (rest.length == 0 ? "" : "/" + String.join("/", rest));
    }

    String templates(String rest) {
        return "/api/v1/workflow-templates/" + namespace + rest;
    }

    /// A name that no other run of the suite takes.
    String freshName() {
        return "contract-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /// A workflow that asks one question and needs no pod.
    String question(String name) {
        return """
                {"workflow":{"metadata":{"name":"%1$s","namespace":"%2$s","labels":{"tiphys.dev/contract":"%1$s"}},
                 "spec":{"entrypoint":"main","templates":[
                  {"name":"main","steps":[[{"name":"ask","template":"ask","arguments":
                   {"parameters":[{"name":"decision","value":"reject"}]}}]]},
                  {"name":"ask","suspend":{},
                   "inputs":{"parameters":[{"name":"decision","enum":["approve","reject"]}]},
                   "outputs":{"parameters":[{"name":"decision","valueFrom":{"supplied":{}}}]}}]}}}
                """.formatted(name, namespace);
    }

    JsonView get(String name) {
        return wire.get(path(name)).json();
    }

    /// Creates the question and waits until it is asked; answers with its open node.
    JsonView ask(String name) {
        Wire.Answer created = wire.send("POST", path(), question(name));
        if (created.status() != 200) {
            throw new AssertionError("not created: " + created);
        }
        return Await.until(() -> askedNode(name), node -> node.text("phase").equals("Running"));
    }

    JsonView askedNode(String name) {
        return get(name).at("status", "nodes").node().valueStream().map(JsonView::new)
                .filter(node -> node.text("type").equals("Suspend")).findFirst().orElse(JsonView.EMPTY);
    }

    void delete(String name) {
        wire.send("DELETE", path(name), "");
    }
}
