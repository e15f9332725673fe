package dev.tiphys.connection.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.tiphys.connection.ConnectionView;
import dev.tiphys.connection.RemoteSystems;
import dev.tiphys.connection.RemoteSystems.Credential;
import dev.tiphys.identity.Person;
import dev.tiphys.web.PageAsk;
import dev.tiphys.web.PageOf;

/// The remote systems and the portal's tokens as JSON.
@RestController
@RequestMapping("/api/v1")
class ConnectionsApi {

    private final RemoteSystems systems;

    ConnectionsApi(RemoteSystems systems) {
        this.systems = systems;
    }

    @GetMapping("/connections")
    PageOf<ConnectionView> list(Person person, PageAsk ask) {
        return PageOf.from(systems.list(person), ask);
    }

    /// Has all of them looked at; what comes out can be read a moment later.
    @PostMapping("/connections/checks")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void check(Person person) {
        systems.checkNow(person);
    }

    @GetMapping("/credentials")
    PageOf<Credential> credentials(Person person, PageAsk ask) {
        return PageOf.from(systems.listCredentials(person), ask);
    }
}
