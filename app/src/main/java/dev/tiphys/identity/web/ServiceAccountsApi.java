package dev.tiphys.identity.web;

import java.util.Set;
import java.util.UUID;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.tiphys.identity.ApiToken;
import dev.tiphys.identity.ApiTokens;
import dev.tiphys.identity.NewApiToken;
import dev.tiphys.identity.Person;
import dev.tiphys.identity.ServiceAccount;
import dev.tiphys.identity.ServiceAccounts;
import dev.tiphys.web.PageAsk;
import dev.tiphys.web.PageOf;

/// Service accounts and their tokens, for administrators.
@RestController
@RequestMapping("/api/v1/service-accounts")
@Tag(name = "Service accounts")
class ServiceAccountsApi {

    private final ServiceAccounts accounts;
    private final ApiTokens tokens;

    ServiceAccountsApi(ServiceAccounts accounts, ApiTokens tokens) {
        this.accounts = accounts;
        this.tokens = tokens;
    }

    record AccountWish(@NotBlank String name, @NotBlank String purpose, @NotNull Set<String> groups) {}

    record Groups(@NotNull Set<String> groups) {}

    @GetMapping
    PageOf<ServiceAccount> list(Person person, PageAsk ask) {
        return PageOf.from(accounts.list(person), ask);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ServiceAccount create(Person person, @RequestBody @Valid AccountWish wish) {
        return accounts.create(person, wish.name(), wish.purpose(), wish.groups());
    }

    @PutMapping("/{name}/groups")
    ServiceAccount setGroups(Person person, @PathVariable String name, @RequestBody @Valid Groups wish) {
        return accounts.setGroups(person, name, wish.groups());
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void disable(Person person, @PathVariable String name) {
        accounts.disable(person, name);
    }

    @GetMapping("/{name}/tokens")
    PageOf<ApiToken> tokens(Person person, @PathVariable String name, PageAsk ask) {
        return PageOf.from(tokens.listOf(person, name), ask);
    }

    @PostMapping("/{name}/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    NewApiToken createToken(Person person, @PathVariable String name, @RequestBody @Valid TokenWish wish) {
        return tokens.createFor(person, name, wish.name(), wish.wanted(), wish.validity());
    }

    @DeleteMapping("/{name}/tokens/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revokeToken(Person person, @PathVariable String name, @PathVariable UUID id) {
        tokens.revokeOf(person, name, id);
    }
}
