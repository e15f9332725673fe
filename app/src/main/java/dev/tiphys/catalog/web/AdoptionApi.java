package dev.tiphys.catalog.web;

import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.tiphys.catalog.AdoptionResult;
import dev.tiphys.catalog.Adoptions;
import dev.tiphys.catalog.Discoveries;
import dev.tiphys.catalog.Discoveries.Discovery;
import dev.tiphys.catalog.Found;
import dev.tiphys.identity.Person;
import dev.tiphys.web.Refusal;

/// Adoption of what exists, as JSON: for a provider's own programs.
@RestController
@RequestMapping("/api/v1/catalog/items/{provider}/{item}")
@Tag(name = "Catalog")
class AdoptionApi {

    private final Adoptions adoption;
    private final Discoveries discoveries;

    AdoptionApi(Adoptions adoption, Discoveries discoveries) {
        this.adoption = adoption;
        this.discoveries = discoveries;
    }

    /// @param owner a team; nobody when it is left out
    record Resource(@Nullable String name, @Nullable String owner, @Nullable Map<String, @Nullable String> inputs,
            @Nullable Map<String, @Nullable String> outputs) {

        private Found found() {
            return new Found(name == null ? "" : name, owner == null ? "" : owner, CatalogApi.given(inputs),
                    CatalogApi.given(outputs));
        }
    }

    /// @param preview whether nothing is to be adopted yet
    record AdoptionBody(@Nullable List<Resource> resources, @Nullable Boolean preview) {}

    /// A result for each resource, in their order.
    @PostMapping("/adoptions")
    List<AdoptionResult> adopt(@PathVariable String provider, @PathVariable String item,
            @RequestBody AdoptionBody body, Person person) {
        List<Found> found = body.resources() == null
                ? List.of()
                : body.resources().stream().map(Resource::found).toList();
        return Boolean.TRUE.equals(body.preview())
                ? adoption.preview(provider, item, found, person)
                : adoption.adopt(provider, item, found, person);
    }

    /// The latest search for resources that the catalog does not know.
    @GetMapping("/discovery")
    Discovery discovery(@PathVariable String provider, @PathVariable String item, Person person) {
        return discoveries.find(provider, item, person)
                .orElseThrow(() -> new Refusal.NotFound("Nobody has searched yet."));
    }

    @PostMapping("/discovery")
    Discovery discover(@PathVariable String provider, @PathVariable String item, Person person) {
        discoveries.start(provider, item, person);
        return discovery(provider, item, person);
    }
}
