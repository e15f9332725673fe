package dev.tiphys.identity;

import java.io.Serializable;
import java.util.Set;

/// Somebody who is signed in. The subject is stable and unique; username and name are what people read.
public record Person(String subject, String username, String name, Set<String> groups, Set<String> teams,
        SignedInBy signedInBy) implements Serializable {

    public Person {
        groups = Set.copyOf(groups);
        teams = Set.copyOf(teams);
    }
}
