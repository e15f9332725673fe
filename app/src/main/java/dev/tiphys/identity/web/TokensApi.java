package dev.tiphys.identity.web;

import java.util.UUID;

import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.tiphys.identity.Access;
import dev.tiphys.identity.ApiToken;
import dev.tiphys.identity.ApiTokens;
import dev.tiphys.identity.NewApiToken;
import dev.tiphys.identity.Permission;
import dev.tiphys.identity.Person;
import dev.tiphys.identity.PortalAction;
import dev.tiphys.web.PageAsk;
import dev.tiphys.web.PageOf;

/// A person's own API tokens.
@RestController
@RequestMapping("/api/v1/tokens")
class TokensApi {

    private final ApiTokens tokens;
    private final Access access;

    TokensApi(ApiTokens tokens, Access access) {
        this.tokens = tokens;
        this.access = access;
    }

    @GetMapping
    PageOf<ApiToken> list(Person person, PageAsk ask) {
        return PageOf.from(tokens.list(person), ask);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    NewApiToken create(Person person, @RequestBody @Valid TokenWish wish) {
        access.requireAnywhere(person, PortalAction.TOKEN_MANAGE);
        return tokens.create(person, wish.name(), wish.wanted(), wish.validity());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Person person, @PathVariable UUID id) {
        access.requireAnywhere(person, PortalAction.TOKEN_MANAGE);
        tokens.revoke(person, id);
    }
}
