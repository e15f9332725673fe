package dev.tiphys.connection.web;

import java.time.Clock;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import dev.tiphys.connection.RemoteSystems;
import dev.tiphys.identity.Person;

/// The portal's own tokens as a page.
@Controller
class CredentialsController {

    private final RemoteSystems systems;
    private final Clock clock;

    CredentialsController(RemoteSystems systems, Clock clock) {
        this.systems = systems;
        this.clock = clock;
    }

    @GetMapping(CredentialsSection.PATH)
    String show(Person person, Model model) {
        model.addAttribute("page", CredentialsPage.of(systems.listCredentials(person), clock.instant()));
        return "settings/credentials";
    }
}
