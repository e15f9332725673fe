package dev.tiphys.argo.cd;

import java.util.ArrayList;
import java.util.List;

import dev.tiphys.argo.ArgoException;
import dev.tiphys.argo.http.Call;
import dev.tiphys.argo.http.Transport;
import dev.tiphys.argo.json.JsonView;

/// [Clusters] over HTTP.
final class ClustersClient implements Clusters {

    private final Transport transport;

    ClustersClient(Transport transport) {
        this.transport = transport;
    }

    @Override
    public List<Cluster> list() {
        return transport.send(Call.get("list clusters", "", "api", "v1", "clusters")).items("items")
                .map(ClustersClient::cluster).toList();
    }

    @Override
    public SyncWindows syncWindows(ApplicationRef application) {
        Call call = ApplicationsClient.read("get sync windows", application, "syncwindows");
        JsonView answer = transport.send(ApplicationsClient.scoped(call, application));
        return new SyncWindows(answer.flag("canSync"),
                answer.items("activeWindows").map(ClustersClient::window).toList());
    }

    @Override
    public boolean may(String resource, String action, String object) {
        List<String> path = new ArrayList<>(List.of("api", "v1", "account", "can-i", resource, action));
        path.addAll(List.of(object.split("/", -1)));
        return transport.send(Call.get("ask for a right", action + " " + resource, path.toArray(String[]::new)))
                .text("value").equals("yes");
    }

    @Override
    public String version() {
        return transport.send(Call.get("get version", "", "api", "version")).text("Version");
    }

    @Override
    public String username() {
        JsonView answer = transport.send(Call.get("get user", "", "api", "v1", "session", "userinfo"));
        // A bad token is answered with 200 and an empty object.
        if (!answer.flag("loggedIn")) {
            throw new ArgoException.Unauthenticated(transport.system(), "get user", "the token is not accepted",
                    "Renew the token that Tiphys uses for this system.");
        }
        return answer.text("username");
    }

    private static Cluster cluster(JsonView json) {
        JsonView info = json.at("info");
        JsonView connection = info.at("connectionState").isPresent()
                ? info.at("connectionState")
                : json.at("connectionState");
        String version = info.text("serverVersion").isEmpty() ? json.text("serverVersion") : info.text("serverVersion");
        String status = connection.text("status");
        return new Cluster(json.text("name"), json.text("server"), json.map("labels"), version,
                status.isEmpty() ? "Unknown" : status, connection.text("message"), connection.instant("attemptedAt"),
                info.number(0, "applicationsCount"));
    }

    private static String window(JsonView window) {
        return "%s %s for %s%s".formatted(window.text("kind"), window.text("schedule"), window.text("duration"),
                window.flag("manualSync") ? ", manual syncs allowed" : "");
    }
}
