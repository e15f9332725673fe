package dev.tiphys.catalog;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Who may offer something, and how often their templates are read.
///
/// @param refresh how often the templates are read again
/// @param atOnce how many creations, updates and deletions of an item at once, where its provider says nothing
/// @param optionHosts the hosts, with a port where it is not the usual one, from which fields may take their options
@Validated
@ConfigurationProperties("tiphys.catalog")
record CatalogProperties(@DefaultValue List<@Valid Provider> providers,
        @DefaultValue("15s") @NotNull Duration refresh, @DefaultValue("50") @Min(1) int atOnce,
        @DefaultValue Set<String> optionHosts) {

    CatalogProperties {
        providers = List.copyOf(providers);
        optionHosts = Set.copyOf(optionHosts);
    }

    @AssertTrue(message = "each provider has a name and a namespace of its own")
    boolean isEachOnItsOwn() {
        return providers.stream().map(Provider::name).distinct().count() == providers.size()
                && providers.stream().map(Provider::namespace).distinct().count() == providers.size();
    }

    Optional<Provider> find(String name) {
        return providers.stream().filter(provider -> provider.name().equals(name)).findFirst();
    }
}
