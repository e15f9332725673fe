package dev.tiphys.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The demo people of the sandbox, by whose fixed tokens the API can be tried.
@ConfigurationProperties("tiphys.sandbox")
record SandboxPeople(@DefaultValue List<DemoPerson> people) {

    SandboxPeople {
        people = List.copyOf(people);
    }

    Optional<DemoPerson> find(String username) {
        return people.stream().filter(person -> person.username().equals(username)).findFirst();
    }

    /// One of them.
    record DemoPerson(String username, String name, Set<String> groups) {}
}
