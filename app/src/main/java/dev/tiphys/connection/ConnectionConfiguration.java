package dev.tiphys.connection;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.tiphys.argo.cd.ArgoCd;
import dev.tiphys.argo.cd.ArgoCdClient;
import dev.tiphys.argo.cd.ArgoCdConnection;
import dev.tiphys.argo.hub.Hub;
import dev.tiphys.argo.hub.HubClient;
import dev.tiphys.argo.hub.HubConnection;
import dev.tiphys.argo.workflows.Workflows;
import dev.tiphys.argo.workflows.WorkflowsClient;
import dev.tiphys.argo.workflows.WorkflowsConnection;
import dev.tiphys.identity.SignInSettings;

/// Makes the clients, and what looks after each; none of them calls anybody yet.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ConnectionProperties.class, ConnectionCheckProperties.class})
class ConnectionConfiguration {

    private final ConnectionProperties properties;
    private final CallMetrics metrics;
    private final Clock clock;
    private final BearerToken workflowsToken;
    private final BearerToken hubToken;

    ConnectionConfiguration(ConnectionProperties properties, CallMetrics metrics, Clock clock) {
        this.properties = properties;
        this.metrics = metrics;
        this.clock = clock;
        this.workflowsToken = BearerToken.of(properties.workflows().token(), properties.workflows().tokenFile());
        this.hubToken = BearerToken.of(properties.kubernetes().token(), properties.kubernetes().tokenFile());
    }

    @Bean
    ArgoCdServers argoCdServers() {
        List<ArgoCdProbe> probes = new ArrayList<>();
        for (ConnectionProperties.ArgoCdServer server : properties.argocd()) {
            BearerToken token = BearerToken.of(server.token(), server.tokenFile());
            ArgoCd client = ArgoCdClient.connect(ArgoCdConnection.to(server.name(), server.url(), token)
                    .withDeadline(server.deadline()).withListener(metrics));
            probes.add(new ArgoCdProbe(client, server.url().toString(), token, "tiphys.argocd[" + probes.size() + "]",
                    metrics, clock));
        }
        return new ArgoCdServers(probes);
    }

    /// Every Argo CD with what looks after it.
    record ArgoCdServers(List<ArgoCdProbe> probes) {}

    @Bean
    Connections connections(ArgoCdServers servers) {
        return new Connections(servers.probes().stream().map(ArgoCdProbe::server).toList());
    }

    private HubConnection hubConnection(BearerToken token) {
        return HubConnection.to("hub", properties.kubernetes().url(), token).withListener(metrics);
    }

    @Bean
    Hub hub() {
        return HubClient.connect(hubConnection(hubToken));
    }

    @Bean
    Workflows workflows() {
        ConnectionProperties.WorkflowsServer server = properties.workflows();
        return WorkflowsClient.connect(
                WorkflowsConnection.to("main", server.url(), workflowsToken, hubConnection(hubToken))
                        .withDeadline(server.deadline()).withListener(metrics));
    }

    @Bean
    ConnectionProbes probes(ArgoCdServers servers, Workflows workflows, Hub hub, SignInSettings signIn) {
        String namespace = properties.workflows().namespace();
        HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        List<ConnectionProbe> probes = new ArrayList<>(servers.probes());
        HubRights asker = new HubRights(HubClient.connect(hubConnection(workflowsToken)), namespace);
        probes.add(new WorkflowsProbe(workflows, properties.workflows().url().toString(), workflowsToken, asker,
                metrics, clock));
        probes.add(new KubernetesProbe(hub, properties.kubernetes().url().toString(), hubToken, namespace, metrics,
                clock));
        probes.add(new EventsProbe(hub, properties.events().url(), properties.events().namespace(), http));
        probes.add(new SignInProbe(signIn.issuer(), http));
        return new ConnectionProbes(probes);
    }

    /// What looks after the systems that this module knows.
    record ConnectionProbes(List<ConnectionProbe> all) {}

    @Bean
    WorkflowsPlace workflowsPlace() {
        ConnectionProperties.WorkflowsServer server = properties.workflows();
        String portal = properties.publicUrl().toString();
        return new WorkflowsPlace(server.namespace(), server.serviceAccount(),
                portal.endsWith("/") ? portal.substring(0, portal.length() - 1) : portal);
    }

    @Bean
    PublicPlaces publicPlaces() {
        Map<String, URI> argoCds = new HashMap<>();
        properties.argocd().forEach(server -> argoCds.put(server.name(), server.seenByPeople()));
        return new PublicPlaces(argoCds, properties.workflows().seenByPeople());
    }
}
