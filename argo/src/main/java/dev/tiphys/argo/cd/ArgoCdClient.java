package dev.tiphys.argo.cd;

import dev.tiphys.argo.http.Endpoint;
import dev.tiphys.argo.http.Transport;

/// Argo CD over its REST API, HTTP/1.1 alone.
public final class ArgoCdClient implements ArgoCd {

    private final String name;
    private final ApplicationsClient applications;
    private final LiveResourcesClient resources;
    private final ClustersClient clusters;
    private final ApplicationSetsClient applicationSets;

    private ArgoCdClient(ArgoCdConnection connection) {
        Transport transport = new Transport(new Endpoint("argocd " + connection.name(), connection.uri(),
                connection.token(), connection.deadline(), connection.listener()));
        this.name = connection.name();
        this.applications = new ApplicationsClient(transport, connection.watch());
        this.resources = new LiveResourcesClient(transport);
        this.clusters = new ClustersClient(transport);
        this.applicationSets = new ApplicationSetsClient(transport);
    }

    /// Makes no call yet.
    public static ArgoCd connect(ArgoCdConnection connection) {
        return new ArgoCdClient(connection);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Applications applications() {
        return applications;
    }

    @Override
    public LiveResources resources() {
        return resources;
    }

    @Override
    public Clusters clusters() {
        return clusters;
    }

    @Override
    public ApplicationSets applicationSets() {
        return applicationSets;
    }
}
