package dev.tiphys.connection;

import java.util.List;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.tiphys.argo.cd.ArgoCd;
import dev.tiphys.argo.cd.ArgoCdClient;
import dev.tiphys.argo.cd.ArgoCdConnection;
import dev.tiphys.argo.hub.HubConnection;
import dev.tiphys.argo.workflows.Workflows;
import dev.tiphys.argo.workflows.WorkflowsClient;
import dev.tiphys.argo.workflows.WorkflowsConnection;

/// Makes the clients; none of them calls anybody yet.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConnectionProperties.class)
class ConnectionConfiguration {

    @Bean
    Connections connections(ConnectionProperties properties, CallMetrics metrics) {
        List<ArgoCd> servers = properties.argocd().stream().map(server -> connect(server, metrics)).toList();
        return new Connections(servers);
    }

    private static ArgoCd connect(ConnectionProperties.ArgoCdServer server, CallMetrics metrics) {
        return ArgoCdClient.connect(ArgoCdConnection
                .to(server.name(), server.url(), BearerToken.of(server.token(), server.tokenFile()))
                .withDeadline(server.deadline()).withListener(metrics));
    }

    @Bean
    Workflows workflows(ConnectionProperties properties, CallMetrics metrics) {
        ConnectionProperties.KubernetesServer kubernetes = properties.kubernetes();
        HubConnection hub = HubConnection.to("kubernetes hub", kubernetes.url(),
                BearerToken.of(kubernetes.token(), kubernetes.tokenFile())).withListener(metrics);
        ConnectionProperties.WorkflowsServer server = properties.workflows();
        return WorkflowsClient.connect(WorkflowsConnection
                .to("main", server.url(), BearerToken.of(server.token(), server.tokenFile()), hub)
                .withDeadline(server.deadline()).withListener(metrics));
    }

    @Bean
    WorkflowsPlace workflowsPlace(ConnectionProperties properties) {
        ConnectionProperties.WorkflowsServer server = properties.workflows();
        String portal = properties.publicUrl().toString();
        return new WorkflowsPlace(server.namespace(), server.serviceAccount(),
                portal.endsWith("/") ? portal.substring(0, portal.length() - 1) : portal);
    }
}
