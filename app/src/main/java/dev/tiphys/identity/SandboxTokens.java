package dev.tiphys.identity;

import java.util.EnumSet;
import java.util.Optional;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// The fixed tokens `tph_sandbox_<user>`. They exist in the sandbox alone.
@Component
@Profile("sandbox")
class SandboxTokens implements TokenBook, Vouching {

    private static final String NAME = "sandbox";
    private static final String PREFIX = "tph_sandbox_";

    private final SandboxPeople demo;
    private final People people;

    SandboxTokens(SandboxPeople demo, People people) {
        this.demo = demo;
        this.people = people;
    }

    @Override
    public Optional<Person> find(String token) {
        if (!token.startsWith(PREFIX)) {
            return Optional.empty();
        }
        SignedInBy by = new SignedInBy.Token(NAME, EnumSet.allOf(Permission.class));
        return demo.find(token.substring(PREFIX.length()))
                .map(user -> people.person(user.username(), user.username(), user.name(), user.groups(), by));
    }

    /// The configuration does, so that they work although nobody has signed in.
    @Override
    public boolean vouchesFor(Person person) {
        return person.signedInBy() instanceof SignedInBy.Token token && token.name().equals(NAME)
                && demo.find(person.username()).isPresent();
    }
}
