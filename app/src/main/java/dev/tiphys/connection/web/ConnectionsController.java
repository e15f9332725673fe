package dev.tiphys.connection.web;

import java.time.Clock;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

import dev.tiphys.connection.RemoteSystems;
import dev.tiphys.identity.Person;
import dev.tiphys.web.PageView;

/// The remote systems as a page.
@Controller
class ConnectionsController {

    private final RemoteSystems systems;
    private final PageView view;
    private final Clock clock;

    ConnectionsController(RemoteSystems systems, PageView view, Clock clock) {
        this.systems = systems;
        this.view = view;
        this.clock = clock;
    }

    @GetMapping(ConnectionsSection.PATH)
    String show(Person person, Model model, HttpServletRequest request) {
        model.addAttribute("page", ConnectionsPage.of(systems.list(person), clock.instant()));
        return view.of(request, "settings/connections", "connections");
    }

    @PostMapping(ConnectionsSection.PATH + "/checks")
    ResponseEntity<Void> check(Person person) {
        systems.checkNow(person);
        return ResponseEntity.status(HttpStatus.SEE_OTHER).header("Location", ConnectionsSection.PATH).build();
    }
}
