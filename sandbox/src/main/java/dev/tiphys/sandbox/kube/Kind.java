package dev.tiphys.sandbox.kube;

import java.util.List;
import java.util.Optional;

/// A kind of object that the sandbox's API servers know.
///
/// @param group empty for the core group
/// @param statusSubresource whether `/status` is written apart from the rest
/// @param custom whether it comes from a CRD: strategic merge patches are refused then
public record Kind(String group, String version, String name, String plural, String shortName, boolean namespaced,
        boolean statusSubresource, boolean custom) {

    public static final Kind NAMESPACE = core("Namespace", "namespaces", "ns", false, true);
    public static final Kind SECRET = core("Secret", "secrets", "", true, false);
    public static final Kind CONFIG_MAP = core("ConfigMap", "configmaps", "cm", true, false);
    public static final Kind SERVICE_ACCOUNT = core("ServiceAccount", "serviceaccounts", "sa", true, false);
    public static final Kind SERVICE = core("Service", "services", "svc", true, true);
    public static final Kind POD = core("Pod", "pods", "po", true, true);
    public static final Kind EVENT = core("Event", "events", "ev", true, false);
    public static final Kind DEPLOYMENT = new Kind("apps", "v1", "Deployment", "deployments", "deploy", true, true,
            false);
    public static final Kind REPLICA_SET = new Kind("apps", "v1", "ReplicaSet", "replicasets", "rs", true, true, false);
    public static final Kind APPLICATION = argo("Application", "applications", "app", false);
    public static final Kind APPLICATION_SET = argo("ApplicationSet", "applicationsets", "appset", true);
    public static final Kind APP_PROJECT = argo("AppProject", "appprojects", "appproj", false);
    public static final Kind ROLLOUT = argo("Rollout", "rollouts", "ro", true);
    public static final Kind ANALYSIS_RUN = argo("AnalysisRun", "analysisruns", "ar", false);
    public static final Kind ANALYSIS_TEMPLATE = argo("AnalysisTemplate", "analysistemplates", "at", false);
    public static final Kind WORKFLOW = argo("Workflow", "workflows", "wf", false);
    public static final Kind WORKFLOW_TEMPLATE = argo("WorkflowTemplate", "workflowtemplates", "wftmpl", false);
    public static final Kind CLUSTER_WORKFLOW_TEMPLATE = new Kind("argoproj.io", "v1alpha1", "ClusterWorkflowTemplate",
            "clusterworkflowtemplates", "cwft", false, false, true);
    public static final Kind CRON_WORKFLOW = argo("CronWorkflow", "cronworkflows", "cwf", false);
    public static final Kind EVENT_BUS = argo("EventBus", "eventbus", "eb", true);
    public static final Kind EVENT_SOURCE = argo("EventSource", "eventsources", "es", true);
    public static final Kind SENSOR = argo("Sensor", "sensors", "sn", true);

    public static final Kind RESOURCE_QUOTA = core("ResourceQuota", "resourcequotas", "quota", true, true);
    public static final Kind ROLE = rbac("Role", "roles", true);
    public static final Kind ROLE_BINDING = rbac("RoleBinding", "rolebindings", true);
    public static final Kind CLUSTER_ROLE = rbac("ClusterRole", "clusterroles", false);
    public static final Kind CLUSTER_ROLE_BINDING = rbac("ClusterRoleBinding", "clusterrolebindings", false);

    private static final List<Kind> ALL = List.of(NAMESPACE, SECRET, CONFIG_MAP, SERVICE_ACCOUNT, SERVICE, POD, EVENT,
            DEPLOYMENT, REPLICA_SET, APPLICATION, APPLICATION_SET, APP_PROJECT, ROLLOUT, ANALYSIS_RUN,
            ANALYSIS_TEMPLATE, WORKFLOW, WORKFLOW_TEMPLATE, CLUSTER_WORKFLOW_TEMPLATE, CRON_WORKFLOW, EVENT_BUS,
            EVENT_SOURCE, SENSOR, RESOURCE_QUOTA, ROLE, ROLE_BINDING, CLUSTER_ROLE, CLUSTER_ROLE_BINDING);

    private static Kind core(String name, String plural, String shortName, boolean namespaced, boolean status) {
        return new Kind("", "v1", name, plural, shortName, namespaced, status, false);
    }

    private static Kind rbac(String name, String plural, boolean namespaced) {
        return new Kind("rbac.authorization.k8s.io", "v1", name, plural, "", namespaced, false, false);
    }

    private static Kind argo(String name, String plural, String shortName, boolean status) {
        return new Kind("argoproj.io", "v1alpha1", name, plural, shortName, true, status, true);
    }

    public static List<Kind> all() {
        return ALL;
    }

    /// Finds the kind of an object by its `apiVersion` and `kind`.
    public static Optional<Kind> find(String apiVersion, String name) {
        return ALL.stream().filter(kind -> kind.apiVersion().equals(apiVersion) && kind.name().equals(name))
                .findFirst();
    }

    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /// As error messages name it: `rollouts.argoproj.io`, `secrets`.
    public String resource() {
        return group.isEmpty() ? plural : plural + "." + group;
    }
}
