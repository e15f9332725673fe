package dev.tiphys.identity.web;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

import dev.tiphys.identity.ApiTokens;
import dev.tiphys.identity.NewApiToken;
import dev.tiphys.identity.Person;
import dev.tiphys.identity.ServiceAccounts;
import dev.tiphys.web.Refusal;

/// Where administrators look after service accounts and their tokens.
@Controller
@RequestMapping(ServiceAccountsController.PATH)
class ServiceAccountsController {

    static final String PATH = "/settings/service-accounts";

    private static final String VIEW = "settings/service-accounts";

    private final ServiceAccounts accounts;
    private final ApiTokens tokens;
    private final ServiceAccountsScreen screen;

    ServiceAccountsController(ServiceAccounts accounts, ApiTokens tokens, ServiceAccountsScreen screen) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.screen = screen;
    }

    @GetMapping
    String list(Person person, Model model) {
        model.addAttribute("page", screen.list(person, Map.of()));
        return VIEW;
    }

    @GetMapping("/{name}")
    String open(Person person, @PathVariable String name, Model model) {
        model.addAttribute("page", screen.open(person, name, null, Map.of()));
        return VIEW;
    }

    @PostMapping
    Object create(Person person, @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String purpose, @RequestParam(defaultValue = "") String groups,
            Model model, HttpServletResponse response) {
        try {
            accounts.create(person, name.strip(), purpose, words(groups));
            return SessionsController.seeOther(PATH + "/" + name.strip());
        } catch (Refusal.Invalid invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("page", screen.list(person, invalid.fields()));
            return VIEW;
        }
    }

    @PostMapping("/{name}/groups")
    ResponseEntity<Void> setGroups(Person person, @PathVariable String name,
            @RequestParam(defaultValue = "") String groups) {
        accounts.setGroups(person, name, words(groups));
        return SessionsController.seeOther(PATH + "/" + name);
    }

    @PostMapping("/{name}/disable")
    ResponseEntity<Void> disable(Person person, @PathVariable String name) {
        accounts.disable(person, name);
        return SessionsController.seeOther(PATH);
    }

    @PostMapping("/{name}/tokens")
    String createToken(Person person, @PathVariable String name, @RequestParam(defaultValue = "") String token,
            @RequestParam(required = false) @Nullable Set<String> permissions,
            @RequestParam(defaultValue = "90") int days, Model model, HttpServletResponse response) {
        try {
            TokenWish wish = new TokenWish(token, permissions == null ? Set.of() : permissions, days);
            NewApiToken made = tokens.createFor(person, name, wish.name(), wish.wanted(), wish.validity());
            response.setHeader("Cache-Control", "no-store");
            model.addAttribute("page", screen.open(person, name, made, Map.of()));
        } catch (Refusal.Invalid invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("page", screen.open(person, name, null, invalid.fields()));
        }
        return VIEW;
    }

    @PostMapping("/{name}/tokens/{id}/revoke")
    ResponseEntity<Void> revoke(Person person, @PathVariable String name, @PathVariable UUID id) {
        tokens.revokeOf(person, name, id);
        return SessionsController.seeOther(PATH + "/" + name);
    }

    private static Set<String> words(String text) {
        return Stream.of(text.split("[,\\s]+", -1)).filter(word -> !word.isEmpty()).collect(Collectors.toSet());
    }
}
