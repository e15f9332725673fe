package dev.tiphys.sandbox.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.node.ObjectNode;

/// The Kubernetes objects of a component at a version, as its repository describes them.
final class WorkloadManifests {

    private static final String WORKLOAD = """
            {"apiVersion": "${apiVersion}", "kind": "${kind}",
             "metadata": {"name": "${name}", "labels": {"app.kubernetes.io/name": "${name}"}},
             "spec": {"replicas": ${replicas}, "revisionHistoryLimit": 5, "progressDeadlineSeconds": 20,
              "selector": {"matchLabels": {"app.kubernetes.io/name": "${name}"}},
              "template": {
               "metadata": {"labels": {"app.kubernetes.io/name": "${name}", "app.kubernetes.io/part-of": "${project}"}},
               "spec": {"containers": [{"name": "${name}", "image": "${image}",
                "ports": [{"name": "http", "containerPort": 8080}],
                "resources": {"requests": {"cpu": "100m", "memory": "256Mi"}}}]}}}}""";
    private static final String CANARY = """
            {"canary": {"canaryService": "${name}-canary", "stableService": "${name}-stable",
              "trafficRouting": {"nginx": {"stableIngress": "${name}"}},
              "scaleDownDelaySeconds": 2, "abortScaleDownDelaySeconds": 2,
              "analysis": {"templates": [{"templateName": "${name}-latency"}], "startingStep": 3,
               "args": [{"name": "service", "value": "${name}"}]},
              "steps": [{"setWeight": 20}, {"pause": {"duration": "2s"}},
               {"analysis": {"templates": [{"templateName": "${name}-success-rate"}],
                "args": [{"name": "service", "value": "${name}"}]}},
               {"setWeight": 40}, {"pause": ${pause}}, {"setWeight": 60}, {"pause": {"duration": "2s"}},
               {"setWeight": 80}, {"pause": {"duration": "2s"}}]}}""";
    private static final String BLUE_GREEN = """
            {"blueGreen": {"activeService": "${name}", "previewService": "${name}-preview",
              ${promotion}, "scaleDownDelaySeconds": 2,
              "abortScaleDownDelaySeconds": 2}}""";
    private static final String SERVICE = """
            {"apiVersion": "v1", "kind": "Service",
             "metadata": {"name": "${service}", "labels": {"app.kubernetes.io/name": "${name}"}},
             "spec": {"type": "ClusterIP", "selector": {"app.kubernetes.io/name": "${name}"},
              "ports": [{"name": "http", "port": 80, "targetPort": "http"}]}}""";
    private static final String ANALYSIS = """
            {"apiVersion": "argoproj.io/v1alpha1", "kind": "AnalysisTemplate",
             "metadata": {"name": "${name}-${metric}"},
             "spec": {"args": [{"name": "service"}], "metrics": [{"name": "${metric}", "interval": "1s", ${count}
              "failureLimit": ${failureLimit}, "successCondition": "result[0] >= 0.95",
              "provider": {"prometheus": {"address": "http://prometheus.monitoring:9090",
               "query": "${query}"}}}]}}""";

    private static final String MANUAL = "-manual";

    private final Component component;
    private final Map<String, String> values;

    WorkloadManifests(Component component, String version) {
        this.component = component;
        boolean rollout = component.shape() != Component.Shape.DEPLOYMENT;
        // A version that asks for a person brings a strategy of its own with it, as a commit can.
        boolean manual = version.endsWith(MANUAL);
        this.values = Map.of("name", component.name(), "project", component.owner().project(), "image",
                component.image(version), "replicas", Integer.toString(component.replicas()), "kind",
                rollout ? "Rollout" : "Deployment", "apiVersion", rollout ? "argoproj.io/v1alpha1" : "apps/v1",
                "pause", manual ? "{}" : "{\"duration\": \"2s\"}", "promotion",
                "\"autoPromotionEnabled\": "
                        + (manual ? "false, \"autoPromotionSeconds\": 0" : "true, \"autoPromotionSeconds\": 5"));
    }

    ObjectNode workload() {
        ObjectNode workload = Template.fill(WORKLOAD, values);
        ObjectNode spec = (ObjectNode) workload.path("spec");
        switch (component.shape()) {
            case CANARY -> spec.set("strategy", Template.fill(CANARY, values));
            case BLUE_GREEN -> spec.set("strategy", Template.fill(BLUE_GREEN, values));
            case DEPLOYMENT -> spec.putObject("strategy").put("type", "RollingUpdate");
        }
        return workload;
    }

    /// The workload and all that goes with it.
    List<ObjectNode> all() {
        List<ObjectNode> objects = new ArrayList<>();
        switch (component.shape()) {
            case CANARY -> {
                objects.add(service("-stable"));
                objects.add(service("-canary"));
                objects.add(analysis("success-rate", "\"count\": 3,", 0,
                        "sum(rate(http_requests_total{service=\\\"{{args.service}}\\\",status!~\\\"5..\\\"}[1m]))"
                                + " / sum(rate(http_requests_total{service=\\\"{{args.service}}\\\"}[1m]))"));
                objects.add(analysis("latency", "", 2,
                        "sum(rate(http_request_duration_seconds_bucket{service=\\\"{{args.service}}\\\",le=\\\"0.3\\\"}"
                                + "[1m])) / sum(rate(http_request_duration_seconds_count[1m]))"));
            }
            case BLUE_GREEN -> {
                objects.add(service(""));
                objects.add(service("-preview"));
            }
            case DEPLOYMENT -> objects.add(service(""));
        }
        objects.add(workload());
        return objects;
    }

    private ObjectNode service(String suffix) {
        return Template.fill(SERVICE, Map.of("name", component.name(), "service", component.name() + suffix));
    }

    private ObjectNode analysis(String metric, String count, int failureLimit, String query) {
        return Template.fill(ANALYSIS, Map.of("name", component.name(), "metric", metric, "count", count,
                "failureLimit", Integer.toString(failureLimit), "query", query));
    }
}
