package dev.tiphys.connection;

import java.util.List;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.tiphys.argo.cd.ArgoCd;
import dev.tiphys.argo.cd.ArgoCdClient;
import dev.tiphys.argo.cd.ArgoCdConnection;

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
}
