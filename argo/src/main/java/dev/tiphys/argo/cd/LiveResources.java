package dev.tiphys.argo.cd;

import java.util.List;

/// The live objects of an Application, read and steered through Argo CD, so that no cluster credentials are needed.
public interface LiveResources {

    /// All objects of the Application's tree, from Argo CD's cache (weights of a canary are not fresh in it).
    List<ResourceNode> tree(ApplicationRef application);

    /// The live object as JSON text, straight from its cluster.
    String get(ApplicationRef application, ResourceRef resource);

    /// The actions that the object offers now, sorted by name.
    List<ResourceAction> actions(ApplicationRef application, ResourceRef resource);

    /// Runs an action (`resume`, `abort`, `retry`, `promote-full`, `pause` …). Argo CD runs disabled ones too, so look
    /// first; safe to repeat for all but `skip-current-step` and `restart`.
    void run(ApplicationRef application, ResourceRef resource, String action);

    /// The last lines of a pod's default container, within a few seconds (`GET …/logs` with `tailLines`; a kubelet's
    /// error arrives as a line). Empty where there is no such pod.
    List<String> logTail(ApplicationRef application, ResourceRef pod, int lines);

    record ResourceRef(String group, String version, String kind, String namespace, String name) {

        public static ResourceRef rollout(String namespace, String name) {
            return new ResourceRef("argoproj.io", "v1alpha1", "Rollout", namespace, name);
        }
    }

    /// One object of the tree.
    ///
    /// @param health empty where Argo CD gives none
    record ResourceNode(ResourceRef ref, String uid, List<String> parentUids, String health, String healthMessage,
            List<String> images) {

        public ResourceNode {
            parentUids = List.copyOf(parentUids);
            images = List.copyOf(images);
        }
    }

    record ResourceAction(String name, boolean disabled) {}
}
