package dev.tiphys.argo.cd;

import java.util.List;
import java.util.stream.Collectors;

import dev.tiphys.argo.http.Call;
import dev.tiphys.argo.http.Transport;
import dev.tiphys.argo.json.JsonView;

/// [ApplicationSets] over HTTP.
final class ApplicationSetsClient implements ApplicationSets {

    private final Transport transport;

    ApplicationSetsClient(Transport transport) {
        this.transport = transport;
    }

    @Override
    public List<ApplicationSet> list() {
        return transport.send(Call.get("list applicationsets", "", "api", "v1", "applicationsets")).items("items")
                .map(ApplicationSetsClient::set).toList();
    }

    private static ApplicationSet set(JsonView json) {
        return new ApplicationSet(json.text("metadata", "name"),
                json.items("status", "resources").map(resource -> resource.text("name"))
                        .collect(Collectors.toUnmodifiableSet()),
                json.items("spec", "ignoreApplicationDifferences").map(ApplicationSetsClient::ignored).toList());
    }

    private static Ignored ignored(JsonView json) {
        return new Ignored(json.text("name"), json.texts("jsonPointers"), json.texts("jqPathExpressions"));
    }
}
