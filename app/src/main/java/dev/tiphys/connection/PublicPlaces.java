package dev.tiphys.connection;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

import org.springframework.web.util.UriUtils;

import dev.tiphys.argo.cd.ApplicationRef;

/// Where people find what the portal speaks of in the pages of Argo CD and Argo Workflows.
///
/// @param argoCds addresses by configured name
/// @param workflows the address of Argo Workflows
public record PublicPlaces(Map<String, URI> argoCds, URI workflows) {

    public PublicPlaces {
        argoCds = Map.copyOf(argoCds);
    }

    /// The page of an Application; empty for an Argo CD that is not configured.
    public Optional<String> application(String argoCd, ApplicationRef ref) {
        return Optional.ofNullable(argoCds.get(argoCd)).map(place -> base(place) + "/applications/"
                + (ref.namespace().isEmpty() ? "" : encoded(ref.namespace()) + "/") + encoded(ref.name()));
    }

    /// The page of a workflow.
    public String workflow(String namespace, String name) {
        return base(workflows) + "/workflows/" + encoded(namespace) + "/" + encoded(name);
    }

    /// The page of a workflow with the node chosen that runs in this pod. The number at the end of both names is
    /// the same.
    public String pod(String namespace, String name, String pod) {
        int number = pod.lastIndexOf('-');
        return number < 0
                ? workflow(namespace, name)
                : workflow(namespace, name) + "?tab=workflow&nodeId=" + encoded(name + pod.substring(number))
                        + "&nodePanelView=summary";
    }

    private static String base(URI place) {
        return place.toString().replaceAll("/+$", "");
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
