package dev.tiphys.scenario;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

import dev.tiphys.sandbox.SandboxEndpoints;

/// What a test does to the fleet behind the portal's back, and what it can see there.
public record FleetLevers(SandboxEndpoints endpoints) {

    public FleetLevers(URI sandbox) {
        this(new SandboxEndpoints(sandbox));
    }

    /// Lifted when it is closed.
    public interface Fault extends AutoCloseable {

        @Override
        void close();
    }

    public Fault fault(String wish) {
        String id = control().post("/faults", wish).good().path("id").asString();
        return () -> control().delete("/faults/" + id);
    }

    public void cutStreams(String path) {
        control().post("/streams/cut", "{\"path\": \"" + path + "\"}").good();
    }

    /// How fast the fleet's time goes, until it is set again.
    public void speed(int speed) {
        control().put("/clock", "{\"speed\": " + speed + "}").good();
    }

    /// The Rollout of an Application of the project `shop`, as it stands in its cluster.
    public JsonNode rollout(String application, String name) {
        String manifest = argoCd().get("/api/v1/applications/" + application + "/resource?project=shop&namespace=shop"
                + "&resourceName=" + name + "&version=v1alpha1&group=argoproj.io&kind=Rollout").good()
                .path("manifest").asString();
        return tools.jackson.databind.json.JsonMapper.shared().readTree(manifest);
    }

    private Http control() {
        return new Http(endpoints.controlApi(), Map.of("Content-Type", "application/json"));
    }

    /// Changes an Application of the project `shop` by a merge patch, as anybody with access to Argo CD can.
    public void patchApplication(String name, String patch) {
        String body = tools.jackson.databind.json.JsonMapper.shared().createObjectNode().put("name", name)
                .put("project", "shop").put("appNamespace", "argocd").put("patch", patch).put("patchType", "merge")
                .toString();
        Http.as(endpoints.argoCdUrl(), SandboxEndpoints.ARGOCD_TOKEN)
                .patch("/api/v1/applications/" + name, body).good();
    }

    /// Makes an Application whose labels claim a service and a team, in a project of one's own choice.
    public void claimService(String name, String project, String service, String team) {
        argoCd().post("/api/v1/applications", """
                {"metadata": {"name": "%s", "labels": {"tiphys.dev/service": "%s", "tiphys.dev/team": "%s"},
                  "annotations": {"tiphys.dev/image": "registry.example/%s"}},
                 "spec": {"project": "%s", "destination": {"name": "dev", "namespace": "evil"},
                  "source": {"repoURL": "https://git.example/shop/checkout.git", "path": "overlays/dev",
                   "targetRevision": "main", "kustomize": {"images": ["registry.example/%s:v1-evil"]}}}}
                """.formatted(name, service, team, service, project, service)).good();
    }

    public void deleteApplication(String name, String project) {
        argoCd().delete("/api/v1/applications/" + name + "?cascade=false&project=" + project);
    }

    /// Syncs an Application of the project `shop`, as anybody with access to Argo CD can.
    public void sync(String name) {
        Http.as(endpoints.argoCdUrl(), SandboxEndpoints.ARGOCD_TOKEN).post("/api/v1/applications/" + name + "/sync",
                "{\"name\": \"" + name + "\", \"project\": \"shop\", \"appNamespace\": \"argocd\"}").good();
    }

    private Http argoCd() {
        return Http.as(endpoints.argoCdUrl(), SandboxEndpoints.ARGOCD_TOKEN);
    }

    public JsonNode application(String name) {
        return Http.as(endpoints.argoCdUrl(), SandboxEndpoints.ARGOCD_TOKEN)
                .get("/api/v1/applications/" + name + "?project=shop").good();
    }

    /// The workflows that exist for a promotion.
    public List<JsonNode> workflowsOf(String promotion) {
        JsonNode all = Http.as(endpoints.workflowsUrl(), SandboxEndpoints.WORKFLOWS_TOKEN)
                .get("/api/v1/workflows/" + SandboxEndpoints.WORKFLOWS_NAMESPACE).good();
        List<JsonNode> ours = new ArrayList<>();
        for (JsonNode workflow : all.path("items")) {
            if (workflow.path("metadata").path("labels").path("tiphys.dev/promotion").asString("")
                    .equals(promotion)) {
                ours.add(workflow);
            }
        }
        return ours;
    }

    /// Argo Workflows as one of the demo users uses it, past the portal.
    public Http workflowsAs(String user) {
        return Http.as(endpoints.workflowsUrl(), "argo_sandbox_" + user);
    }

    /// How many workflows there are at all.
    public int countWorkflows() {
        return Http.as(endpoints.workflowsUrl(), SandboxEndpoints.WORKFLOWS_TOKEN)
                .get("/api/v1/workflows/" + SandboxEndpoints.WORKFLOWS_NAMESPACE).good().path("items").size();
    }

    public void deleteWorkflow(String namespace, String name) {
        Http.as(endpoints.kubeUrl("hub"), SandboxEndpoints.KUBERNETES_TOKEN)
                .delete("/apis/argoproj.io/v1alpha1/namespaces/" + namespace + "/workflows/" + name).good();
    }

    /// The texts in a channel of the sandbox's Slack.
    public String slack(String channel) {
        return new Http(endpoints.slackPage(), Map.of()).get("/messages?channel=" + channel).good().toString();
    }
}
