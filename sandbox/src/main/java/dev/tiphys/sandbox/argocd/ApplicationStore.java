package dev.tiphys.sandbox.argocd;

import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;

import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.kube.Kind;
import dev.tiphys.sandbox.kube.KubeException;

/// The Applications: read without copies, written one at a time as a whole.
record ApplicationStore(World world, Informer informer) {

    Optional<Application> find(String name) {
        return informer.find(name).map(Application::new);
    }

    Collection<ObjectNode> all() {
        return informer.all();
    }

    /// Changes an Application, if it still exists.
    Optional<Application> change(String name, Consumer<ObjectNode> change) {
        try {
            return Optional.of(new Application(
                    world.store().update(World.HUB, Kind.APPLICATION, Informer.NAMESPACE, name, change)));
        } catch (KubeException gone) {
            if (gone.status() != 404) {
                throw gone;
            }
            return Optional.empty();
        }
    }

    /// This moment as Argo CD writes it: to the second.
    String now() {
        return world.clock().now().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
