package dev.tiphys.sandbox.argocd;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import dev.tiphys.sandbox.World;
import dev.tiphys.sandbox.kube.Kind;
import dev.tiphys.sandbox.kube.KubeException;
import dev.tiphys.sandbox.kube.ObjectMeta;
import dev.tiphys.sandbox.kube.WatchEvent;

/// Keeps the Applications of each ApplicationSet as its template says: what others change in them is reverted, unless
/// the set ignores it.
final class ApplicationSetController {

    private final World world;
    private final Informer sets;
    private final ApplicationSetRenderer renderer;
    private final Children children;
    private final ArgoCdTimings timings;
    private final Set<String> due = new HashSet<>();
    private final Map<String, JsonNode> specs = new HashMap<>();

    ApplicationSetController(World world, Informer sets, ApplicationSetRenderer renderer, Children children,
            ArgoCdTimings timings) {
        this.world = world;
        this.sets = sets;
        this.renderer = renderer;
        this.children = children;
        this.timings = timings;
    }

    void start(Informer secrets, Informer applications) {
        sets.subscribe(event -> world.clock().execute(() -> hear(event)));
        secrets.subscribe(event -> world.clock().execute(this::requestAll));
        applications.subscribe(event -> world.clock().execute(() -> children.ownerIfChanged(event)
                .ifPresent(this::request)));
        world.clock().execute(this::requestAll);
    }

    private void hear(WatchEvent event) {
        String name = ObjectMeta.name(event.object());
        if (event.type() == WatchEvent.Type.DELETED) {
            specs.remove(name);
        } else if (!event.object().path("spec").equals(specs.put(name, event.object().path("spec")))) {
            request(name);
        }
    }

    private void requestAll() {
        sets.all().forEach(set -> request(ObjectMeta.name(set)));
    }

    private void request(String name) {
        if (due.add(name)) {
            world.clock().schedule(timings.applicationSet(), () -> reconcile(name));
        }
    }

    private void reconcile(String name) {
        due.remove(name);
        ObjectNode set = sets.find(name).orElse(null);
        if (set == null || set.path("metadata").has("deletionTimestamp")) {
            return;
        }
        try {
            List<ObjectNode> wanted = renderer.render(set);
            children.bring(set, wanted);
            report(name, wanted, "");
        } catch (IllegalArgumentException | GrpcException | KubeException failed) {
            report(name, List.of(), String.valueOf(failed.getMessage()));
        }
    }

    private void report(String name, List<ObjectNode> wanted, String error) {
        try {
            world.store().update(World.HUB, Kind.APPLICATION_SET, Informer.NAMESPACE, name,
                    json -> ApplicationSetStatus.write(json, children.statusOf(wanted), error,
                            world.clock().now().truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString()));
        } catch (KubeException gone) {
            if (gone.status() != 404) {
                throw gone;
            }
        }
    }
}
