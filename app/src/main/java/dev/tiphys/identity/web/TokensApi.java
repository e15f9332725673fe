package dev.tiphys.identity.web;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import org.jspecify.annotations.Nullable;
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
import dev.tiphys.web.Refusal;

/// A person's own API tokens.
@RestController
@RequestMapping("/api/v1/tokens")
class TokensApi {

    private static final int DEFAULT_DAYS = 90;

    private final ApiTokens tokens;
    private final Access access;

    TokensApi(ApiTokens tokens, Access access) {
        this.tokens = tokens;
        this.access = access;
    }

    /// What is wanted: permissions by their words.
    record TokenWish(@NotBlank String name, @NotEmpty Set<String> permissions, @Nullable Integer days) {}

    @GetMapping
    PageOf<ApiToken> list(Person person, PageAsk ask) {
        return PageOf.from(tokens.list(person), ask);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    NewApiToken create(Person person, @RequestBody @Valid TokenWish wish) {
        requireViewer(person);
        int days = wish.days() == null ? DEFAULT_DAYS : wish.days();
        return tokens.create(person, wish.name(), permissions(wish.permissions()), Duration.ofDays(days));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Person person, @PathVariable UUID id) {
        requireViewer(person);
        tokens.revoke(person, id);
    }

    private void requireViewer(Person person) {
        access.requireAnywhere(person, PortalAction.TOKEN_MANAGE);
    }

    private static Set<Permission> permissions(Set<String> words) {
        Set<Permission> permissions = new TreeSet<>();
        for (String word : words) {
            permissions.add(Permission.find(word).orElseThrow(
                    () -> new Refusal.Invalid("permissions", "There is no permission \"" + word + "\".")));
        }
        return permissions;
    }
}
