package dev.tiphys.identity;

import java.util.EnumSet;
import java.util.Optional;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// The fixed tokens `tph_sandbox_<user>`. They exist in the sandbox alone.
@Component
@Profile("sandbox")
class SandboxTokens implements TokenBook {

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
        SignedInBy by = new SignedInBy.Token("sandbox", EnumSet.allOf(Permission.class));
        return demo.find(token.substring(PREFIX.length()))
                .map(user -> people.person(user.username(), user.username(), user.name(), user.groups(), by));
    }
}
