package dev.tiphys.identity.web;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.tiphys.identity.Access;
import dev.tiphys.identity.Permission;
import dev.tiphys.identity.Person;

/// Tells a program, or a person who wonders why something is refused, who the portal takes them for.
@RestController
class MeApi {

    private final Access access;

    MeApi(Access access) {
        this.access = access;
    }

    /// Who is asking; permissions are those held anywhere.
    record Me(String username, String name, String signedInBy, List<String> groups, List<String> teams,
            List<String> roles, List<String> permissions) {}

    @GetMapping("/api/v1/me")
    Me me(Person person) {
        List<String> permissions = Stream.of(Permission.values())
                .filter(permission -> access.mayAnywhere(person, permission)).map(Permission::word).toList();
        return new Me(person.username(), person.name(), person.signedInBy().words(),
                person.groups().stream().sorted().toList(), person.teams().stream().sorted().toList(),
                access.rolesOf(person), permissions);
    }
}
