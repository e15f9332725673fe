package dev.tiphys.catalog;

import java.util.Set;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// A team that offers something, as the platform has registered it: nobody else can publish.
///
/// @param namespace whose WorkflowTemplates it offers and in which its workflows run
/// @param groups of the people who work for it
/// @param serviceAccount as whom its workflows run
/// @param contact where people ask it, such as a channel
public record Provider(@NotBlank @Pattern(regexp = "[a-z]([a-z0-9-]{0,38}[a-z0-9])?") String name,
        @NotBlank String namespace, @DefaultValue Set<String> groups, @NotBlank String serviceAccount,
        @DefaultValue("") String contact) {

    public Provider {
        groups = groups == null ? Set.of() : Set.copyOf(groups);
    }
}
