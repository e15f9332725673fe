package dev.tiphys.sandbox.fleet;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.kube.ObjectMeta;

/// Creates the ApplicationSet of a component and its Applications, each with the status that long quiet days leave.
final class ApplicationSeed {

    private final World world;
    private final Commits repository;

    ApplicationSeed(World world, Commits repository) {
        this.world = world;
        this.repository = repository;
    }

    void seed(Component component, List<SettledApplication> settled) {
        ApplicationSetManifest manifest = new ApplicationSetManifest(component);
        ObjectNode set = world.store().create(World.HUB, manifest.object());
        List<String> commits = new ArrayList<>();
        component.versions().forEach(version -> commits.add(commit(component, version)));
        for (SettledApplication one : settled) {
            seed(manifest, set, one, commits);
        }
    }

    // Charts resolve to their version; in Git every deployed version came with a commit.
    private String commit(Component component, String version) {
        return component.mechanism() == Component.Mechanism.TARGET_REVISION
                ? version
                : repository.push(component.repoUrl(), "main");
    }

    private void seed(ApplicationSetManifest manifest, ObjectNode set, SettledApplication settled,
            List<String> commits) {
        ObjectNode application = manifest.application(settled.member(),
                settled.component().version(settled.member()));
        ObjectMeta.of(application).putArray("ownerReferences").addObject()
                .put("apiVersion", "argoproj.io/v1alpha1").put("kind", "ApplicationSet")
                .put("name", ObjectMeta.name(set)).put("uid", ObjectMeta.uid(set)).put("controller", true)
                .put("blockOwnerDeletion", true);
        Instant now = world.clock().now().truncatedTo(ChronoUnit.SECONDS);
        application.set("status",
                new ApplicationStatus(manifest, settled, now.minus(Duration.ofMinutes(1))).at(application, commits));
        world.store().create(World.HUB, application);
    }
}
