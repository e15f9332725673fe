package dev.tiphys.fleet;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// The environments of the fleet, in the order of promotion.
@Validated
@ConfigurationProperties("tiphys")
record FleetProperties(@NotEmpty List<@Valid Place> environments) {

    FleetProperties {
        environments = environments == null ? List.of() : List.copyOf(environments);
    }

    /// One environment.
    ///
    /// @param name as people say it
    /// @param clusters labels that a cluster must carry to belong to it
    /// @param after environments that must be complete before it
    /// @param approval whether a person has to approve before it
    /// @param maxInFlight how many targets change at once
    /// @param soak how long a target must stay healthy before it counts as done
    /// @param note whether a promotion into it must say why
    /// @param changeReference whether a promotion into it must name the change it belongs to
    record Place(@NotBlank String name, @NotEmpty Map<String, String> clusters, @DefaultValue List<String> after,
            @DefaultValue("false") boolean approval, @DefaultValue("1") @Min(1) int maxInFlight,
            @DefaultValue("60s") Duration soak, @DefaultValue("false") boolean note,
            @DefaultValue("false") boolean changeReference) {}
}
