package dev.tiphys.rollout;

import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import dev.tiphys.argo.cd.ApplicationRef;
import dev.tiphys.argo.cd.ArgoCd;
import dev.tiphys.argo.cd.LiveResources.ResourceNode;
import dev.tiphys.argo.cd.LiveResources.ResourceRef;
import dev.tiphys.argo.rollouts.RolloutView;
import dev.tiphys.connection.Connections;

/// The Rollouts of the fleet's applications.
@Component
public class Rollouts {

    private static final Logger log = LoggerFactory.getLogger(Rollouts.class);

    private final RolloutMemory memory;
    private final Connections connections;

    Rollouts(RolloutMemory memory, Connections connections) {
        this.memory = memory;
        this.connections = connections;
    }

    /// The Rollout of an application that is on its way, from memory; empty for one that stands still or has none.
    public Optional<RolloutView> find(ApplicationRef application) {
        return memory.find(application);
    }

    /// Aborts every unfinished update of an application, so that its traffic goes back to the stable revision. Safe to
    /// repeat; throws [dev.tiphys.argo.ArgoException].
    public void abort(String argoCd, ApplicationRef application) {
        ArgoCd server = connections.getArgoCd(argoCd);
        for (ResourceRef rollout : rolloutsOf(server, application)) {
            RolloutView view = RolloutView.of(server.resources().get(application, rollout));
            if (!view.isFullyPromoted() && !view.aborted()) {
                log.info("aborting the rollout {} of {}", rollout.name(), application);
                server.resources().run(application, rollout, "abort");
            }
        }
    }

    /// One Rollout as it stands in its cluster.
    public record Live(ResourceRef ref, RolloutView view) {

        /// As `namespace/name`.
        public String name() {
            return ref.namespace() + "/" + ref.name();
        }
    }

    /// The Rollouts of an application, straight from their cluster; throws [dev.tiphys.argo.ArgoException].
    public List<Live> look(String argoCd, ApplicationRef application) {
        ArgoCd server = connections.getArgoCd(argoCd);
        return rolloutsOf(server, application).stream()
                .map(ref -> new Live(ref, RolloutView.of(server.resources().get(application, ref)))).toList();
    }

    /// Holds a Rollout where it is. Safe to repeat; throws [dev.tiphys.argo.ArgoException].
    public void pause(String argoCd, ApplicationRef application, Live rollout) {
        log.info("pausing the rollout {} of {}", rollout.name(), application);
        connections.getArgoCd(argoCd).resources().run(application, rollout.ref(), "pause");
    }

    /// Lets a Rollout go on: it ends a manual pause and the pause of its strategy, a blue-green switches. Look first,
    /// since Argo CD ends whatever pause there is at that moment; throws [dev.tiphys.argo.ArgoException].
    public void resume(String argoCd, ApplicationRef application, Live rollout) {
        log.info("resuming the rollout {} of {}", rollout.name(), application);
        connections.getArgoCd(argoCd).resources().run(application, rollout.ref(), "resume");
    }

    /// The AnalysisRuns of an application that still exist, as JSON texts; throws [dev.tiphys.argo.ArgoException].
    public List<String> listAnalysisRuns(String argoCd, ApplicationRef application) {
        ArgoCd server = connections.getArgoCd(argoCd);
        return server.resources().tree(application).stream().map(node -> node.ref())
                .filter(ref -> ref.kind().equals("AnalysisRun") && ref.group().equals("argoproj.io"))
                .map(ref -> server.resources().get(application, ref)).toList();
    }

    /// The end of what one pod of the application says: one that is not healthy, else one of the given version. Empty
    /// when there is none; throws [dev.tiphys.argo.ArgoException].
    public Optional<PodTail> findPodTail(String argoCd, ApplicationRef application, String version, int lines) {
        ArgoCd server = connections.getArgoCd(argoCd);
        List<ResourceNode> pods = server.resources().tree(application).stream()
                .filter(node -> node.ref().kind().equals("Pod") && node.ref().group().isEmpty()).toList();
        return pods.stream().filter(pod -> !pod.health().isEmpty() && !pod.health().equals("Healthy")).findFirst()
                .or(() -> pods.stream().filter(pod -> isOn(pod, version)).findFirst())
                .map(pod -> new PodTail(pod.ref().name(), pod.health(),
                        server.resources().logTail(application, pod.ref(), lines)));
    }

    private static boolean isOn(ResourceNode pod, String version) {
        return pod.images().stream().anyMatch(image -> image.endsWith(":" + version) || image.endsWith("@" + version));
    }

    static List<ResourceRef> rolloutsOf(ArgoCd server, ApplicationRef application) {
        return server.resources().tree(application).stream().map(node -> node.ref())
                .filter(ref -> ref.kind().equals("Rollout") && ref.group().equals("argoproj.io")).toList();
    }
}
