package dev.tiphys.sandbox.fleet;

import java.util.List;
import java.util.Map;

/// A service or an add-on that runs on every member cluster.
///
/// @param versions what it ran so far, the present version last
/// @param exceptions clusters that run another version than the rest
/// @param unsynced clusters where the wanted version is not deployed yet, with what they run instead
record Component(String name, Owner owner, Shape shape, Mechanism mechanism, int replicas, List<String> versions,
        Map<String, String> exceptions, Map<String, String> unsynced) {

    Component {
        versions = List.copyOf(versions);
        exceptions = Map.copyOf(exceptions);
        unsynced = Map.copyOf(unsynced);
    }

    String image() {
        return "registry.example/" + name;
    }

    String image(String version) {
        return image() + (version.startsWith("sha256:") ? "@" : ":") + version;
    }

    String usualVersion() {
        return versions.getLast();
    }

    /// The version that Argo CD is asked for on a cluster.
    String version(Member member) {
        return exceptions.getOrDefault(member.name(), usualVersion());
    }

    /// The version that runs on a cluster.
    String liveVersion(Member member) {
        return unsynced.getOrDefault(member.name(), version(member));
    }

    String repoUrl() {
        return mechanism == Mechanism.TARGET_REVISION
                ? "https://charts.example/platform"
                : "https://git.example/" + owner.project() + "/" + name + ".git";
    }

    /// Who owns it and where it runs.
    record Owner(String project, String team, String namespace) {}

    /// The kind of its workload.
    enum Shape {
        CANARY, BLUE_GREEN, DEPLOYMENT
    }

    /// How its version is changed, by the annotation's words.
    enum Mechanism {
        KUSTOMIZE_IMAGE("kustomize-image"), HELM_PARAMETER("helm-parameter"), TARGET_REVISION("target-revision");

        private final String word;

        Mechanism(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }
}
