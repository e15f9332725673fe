package dev.tiphys.fleet;

import java.time.Clock;
import java.util.List;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.tiphys.argo.cd.ArgoCd;
import dev.tiphys.connection.Connections;
import dev.tiphys.identity.ServiceClaims;

/// Puts the read model together.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FleetProperties.class)
class FleetConfiguration {

    @Bean
    FleetLedger fleetLedger(FleetProperties properties, Connections connections, ServiceClaims claims, Clock clock) {
        List<String> names = connections.argoCds().stream().map(ArgoCd::name).toList();
        return new FleetLedger(EnvironmentOrder.of(properties.environments()), names, claims, clock);
    }

    @Bean
    FleetCollector fleetCollector(Connections connections, FleetLedger ledger, ClusterPlaces places,
            ApplicationEventPublisher events) {
        return new FleetCollector(connections, ledger, places, events);
    }

    @Bean
    Fleet fleet(FleetLedger ledger) {
        return new Fleet() {
            @Override
            public List<Environment> environments() {
                return ledger.snapshot().environments();
            }

            @Override
            public FleetSnapshot snapshot() {
                return ledger.snapshot();
            }
        };
    }
}
