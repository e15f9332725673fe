package dev.tiphys.identity.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.tiphys.identity.Access;
import dev.tiphys.identity.ApiTokens;
import dev.tiphys.identity.NewApiToken;
import dev.tiphys.identity.Permission;
import dev.tiphys.identity.Person;
import dev.tiphys.identity.PortalAction;
import dev.tiphys.web.Refusal;

/// A person's own API tokens. The answer to the form is the page itself, not a redirect: the new token is nowhere else.
@Controller
@RequestMapping(TokensController.PATH)
class TokensController {

    static final String PATH = "/settings/tokens";

    private final ApiTokens tokens;
    private final Access access;
    private final Clock clock;

    TokensController(ApiTokens tokens, Access access, Clock clock) {
        this.tokens = tokens;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping
    String list(Person person, Model model) {
        return page(person, null, Map.of(), model);
    }

    @PostMapping
    String create(Person person, @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @Nullable Set<String> permissions,
            @RequestParam(defaultValue = "90") int days, Model model, HttpServletResponse response) {
        access.requireAnywhere(person, PortalAction.TOKEN_MANAGE);
        try {
            TokenWish wish = new TokenWish(name, permissions == null ? Set.of() : permissions, days);
            NewApiToken made = tokens.create(person, wish.name(), wish.wanted(), wish.validity());
            response.setHeader("Cache-Control", "no-store");
            return page(person, made, Map.of(), model);
        } catch (Refusal.Invalid invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(person, null, invalid.fields(), model);
        }
    }

    @PostMapping("/{id}/revoke")
    ResponseEntity<Void> revoke(Person person, @PathVariable UUID id) {
        access.requireAnywhere(person, PortalAction.TOKEN_MANAGE);
        tokens.revoke(person, id);
        return SessionsController.seeOther(PATH);
    }

    private String page(Person person, @Nullable NewApiToken made, Map<String, String> errors, Model model) {
        List<String> lendable = Stream.of(Permission.values())
                .filter(permission -> access.mayAnywhere(person, permission)).map(Permission::word).toList();
        model.addAttribute("page",
                TokensPage.of(TokenRow.of(tokens.list(person), PATH, clock.instant()), lendable, made, errors));
        return "settings/tokens";
    }
}
