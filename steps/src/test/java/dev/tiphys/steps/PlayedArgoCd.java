package dev.tiphys.steps;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.Subscription;
import dev.tiphys.argo.cd.Application;
import dev.tiphys.argo.cd.ApplicationRef;
import dev.tiphys.argo.cd.ApplicationSets;
import dev.tiphys.argo.cd.ApplicationSummary;
import dev.tiphys.argo.cd.ApplicationWatcher;
import dev.tiphys.argo.cd.Applications;
import dev.tiphys.argo.cd.ArgoCd;
import dev.tiphys.argo.cd.Clusters;
import dev.tiphys.argo.cd.LiveResources;
import dev.tiphys.argo.cd.Source;

/// An Argo CD of one application that does as the test's script says and remembers what was done to it.
final class PlayedArgoCd implements ArgoCd, Applications, LiveResources {

    final Shop shop;
    final List<String> done = new ArrayList<>();
    final Map<ResourceNode, String> objects = new LinkedHashMap<>();
    private final List<ArgoException> failures = new ArrayList<>();
    private Runnable onSync = () -> {
    };
    private Runnable onRefresh = () -> {
    };

    PlayedArgoCd(Shop shop) {
        this.shop = shop;
    }

    static ArgoException.Unavailable unavailable() {
        return new ArgoException.Unavailable("argocd", "get", "HTTP 500", "wait", null, null);
    }

    PlayedArgoCd whenSynced(Runnable happening) {
        onSync = happening;
        return this;
    }

    PlayedArgoCd whenRefreshed(Runnable happening) {
        onRefresh = happening;
        return this;
    }

    void failNext(ArgoException failure) {
        failures.add(failure);
    }

    void put(String group, String kind, String name, String health, List<String> parents, String manifest) {
        objects.keySet().removeIf(node -> node.ref().name().equals(name));
        objects.put(new ResourceNode(new ResourceRef(group, "v1alpha1", kind, "shop", name), "uid-" + name, parents,
                health, "", List.of()), manifest);
    }

    void rollout(String manifest) {
        put("argoproj.io", "Rollout", "checkout", "", List.of(), manifest);
    }

    @Override
    public Application get(ApplicationRef application) {
        failIfTold();
        return shop.application();
    }

    @Override
    public Application refresh(ApplicationRef application, Duration deadline) {
        done.add("refresh");
        onRefresh.run();
        return shop.application();
    }

    @Override
    public Application patch(ApplicationRef application, String patch) {
        done.add("patch " + patch);
        Source old = shop.source;
        shop.source = new Source(old.repoUrl(), old.path(), old.chart(), old.targetRevision(),
                List.of(patch.replaceFirst(".*\"(reg/checkout:[^\"]+)\".*", "$1")), old.helmParameters());
        return shop.application();
    }

    @Override
    public String sync(ApplicationRef application, Map<String, String> infos) {
        done.add("sync");
        onSync.run();
        failIfTold();
        return "abc";
    }

    @Override
    public List<ResourceNode> tree(ApplicationRef application) {
        return List.copyOf(objects.keySet());
    }

    @Override
    public String get(ApplicationRef application, ResourceRef resource) {
        return objects.entrySet().stream().filter(entry -> entry.getKey().ref().equals(resource))
                .map(entry -> Objects.requireNonNull(entry.getValue())).findFirst().orElseThrow();
    }

    @Override
    public List<String> logTail(ApplicationRef application, ResourceRef pod, int lines) {
        return List.of();
    }

    @Override
    public void run(ApplicationRef application, ResourceRef resource, String action) {
        done.add(action + " " + resource.name());
    }

    @Override
    public String name() {
        return "played";
    }

    @Override
    public Applications applications() {
        return this;
    }

    @Override
    public LiveResources resources() {
        return this;
    }

    @Override
    public Clusters clusters() {
        throw new UnsupportedOperationException("a step asks for no clusters");
    }

    @Override
    public ApplicationSets applicationSets() {
        throw new UnsupportedOperationException("a step asks for no ApplicationSets");
    }

    @Override
    public List<ApplicationSummary> list(String labelSelector) {
        return List.of(shop.application().summary());
    }

    @Override
    public Subscription watch(String labelSelector, ApplicationWatcher watcher) {
        throw new UnsupportedOperationException("a step watches nothing");
    }

    @Override
    public void terminate(ApplicationRef application) {
        done.add("terminate");
    }

    @Override
    public List<String> manifests(ApplicationRef application) {
        return List.of();
    }

    @Override
    public List<ResourceAction> actions(ApplicationRef application, ResourceRef resource) {
        return List.of();
    }

    private void failIfTold() {
        if (!failures.isEmpty()) {
            throw failures.removeFirst();
        }
    }
}
