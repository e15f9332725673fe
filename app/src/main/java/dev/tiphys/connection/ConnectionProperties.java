package dev.tiphys.connection;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Where the Argo systems are.
///
/// @param argocd every Argo CD of the fleet, each with a name of its own
/// @param workflows the Argo Server that runs the promotions
/// @param kubernetes the API of the cluster that holds the workflows
/// @param events how the end of a promotion becomes a message
/// @param publicUrl where people find this portal
@Validated
@ConfigurationProperties("tiphys")
record ConnectionProperties(@NotEmpty List<@Valid ArgoCdServer> argocd, @NotNull @Valid WorkflowsServer workflows,
        @NotNull @Valid KubernetesServer kubernetes, @DefaultValue @Valid EventsWiring events,
        @NotNull URI publicUrl) {

    ConnectionProperties {
        argocd = argocd == null ? List.of() : List.copyOf(argocd);
    }

    /// One Argo CD.
    ///
    /// @param token the bearer token itself, for trying things out
    /// @param tokenFile a file that holds the token, such as a mounted Secret; read anew when it changes
    /// @param publicUrl where people find its pages, when that is not the address that the portal calls
    record ArgoCdServer(@NotBlank String name, @NotNull URI url, @Nullable String token, @Nullable Path tokenFile,
            @DefaultValue("20s") Duration deadline, @Nullable URI publicUrl) {

        URI seenByPeople() {
            return publicUrl == null ? url : publicUrl;
        }
    }

    /// The Argo Server.
    ///
    /// @param namespace of the promotions' workflows and of the Secrets that their pods use
    /// @param serviceAccount of their pods
    /// @param publicUrl where people find its pages, when that is not the address that the portal calls
    record WorkflowsServer(@NotNull URI url, @Nullable String token, @Nullable Path tokenFile,
            @DefaultValue("20s") Duration deadline, @NotBlank @DefaultValue("promotions") String namespace,
            @NotBlank @DefaultValue("promoter") String serviceAccount, @Nullable URI publicUrl) {

        URI seenByPeople() {
            return publicUrl == null ? url : publicUrl;
        }
    }

    /// The hub's Kubernetes API.
    record KubernetesServer(@NotNull URI url, @Nullable String token, @Nullable Path tokenFile) {}

    /// Argo Events. The portal itself sends it nothing: the workflows do.
    ///
    /// @param url the webhook, to look whether it is there
    /// @param namespace of the event source and the sensor
    record EventsWiring(@Nullable URI url, @DefaultValue("argo-events") String namespace) {}
}
