package dev.tiphys.recovery;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.tiphys.argo.hub.Hub;
import dev.tiphys.connection.WorkflowsPlace;

/// Chooses where the mark is kept.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RecoveryProperties.class)
class RecoveryConfiguration {

    @Bean
    MarkerPlace markerPlace(RecoveryProperties properties, Hub hub, WorkflowsPlace workflows) {
        return switch (properties.marker()) {
            case CONFIG_MAP -> new MarkerPlace(new ConfigMapMarker(hub, workflows.namespace()));
            case FILE -> new MarkerPlace(new FileMarker(Objects.requireNonNull(properties.markerFile())));
            case NONE -> new MarkerPlace(null);
        };
    }

    /// @param marker null where none is kept
    record MarkerPlace(@Nullable Marker marker) {}
}
