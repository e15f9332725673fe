package dev.tiphys.identity;

import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds people by the name they sign in with, as far as they ever did.
@Component
public class PersonNames {

    private final JdbcClient database;

    PersonNames(JdbcClient database) {
        this.database = database;
    }

    /// Somebody by their names; nothing about their rights.
    public record Named(String subject, String username, String name) {}

    /// Empty also when several people have that name: then nobody can tell who is meant.
    public Optional<Named> find(String username) {
        List<Named> found = database.sql("select subject, username, name from known_person where username = ? limit 2")
                .param(username).query(new SimplePropertyRowMapper<>(Named.class)).list();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
