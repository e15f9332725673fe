package dev.tiphys.identity;

import java.util.Optional;

/// Knows the person behind an API token.
interface TokenBook {

    Optional<Person> find(String token);
}
