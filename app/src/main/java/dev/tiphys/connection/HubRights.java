package dev.tiphys.connection;

import java.util.List;

import dev.tiphys.argo.hub.Hub;
import dev.tiphys.argo.hub.Hub.Right;

/// What a Kubernetes token may do in the namespace of the promotions, beside what the portal needs there.
record HubRights(Hub hub, String namespace) {

    private static final String ARGO = "argoproj.io";

    /// What the portal asks of the Argo Server, which asks Kubernetes in the caller's name.
    List<TokenRight> ofWorkflows() {
        return List.of(wanted("see workflows", "list", ARGO, "workflows"),
                wanted("watch workflows", "watch", ARGO, "workflows"),
                wanted("create workflows", "create", ARGO, "workflows"),
                wanted("decide about workflows", "update", ARGO, "workflows"),
                wanted("read logs", "get", "", "pods/log"),
                unwanted("delete workflows", "delete", ARGO, "workflows"),
                unwanted("read Secrets", "get", "", "secrets"));
    }

    /// What the portal asks of Kubernetes itself.
    List<TokenRight> ofHub() {
        return List.of(wanted("stop and resume workflows", "patch", ARGO, "workflows"),
                wanted("keep the marker of the portal", "patch", "", "configmaps", "tiphys-marker"),
                unwanted("start pods", "create", "", "pods"), unwanted("read Secrets", "get", "", "secrets"));
    }

    private TokenRight wanted(String words, String verb, String group, String resource) {
        return wanted(words, verb, group, resource, "");
    }

    private TokenRight wanted(String words, String verb, String group, String resource, String name) {
        return new TokenRight(words, hub.may(new Right(verb, group, resource, namespace, name)), true);
    }

    private TokenRight unwanted(String words, String verb, String group, String resource) {
        return new TokenRight(words, hub.may(Right.to(verb, group, resource, namespace)), false);
    }
}
