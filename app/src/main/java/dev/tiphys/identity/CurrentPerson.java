package dev.tiphys.identity;

import java.util.Optional;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

import dev.tiphys.web.Visitor;

/// Who the current request is made by. Controllers rather take a parameter of type `Person`.
@Component
public class CurrentPerson implements Visitor {

    private final People people;

    CurrentPerson(People people) {
        this.people = people;
    }

    public Optional<Person> find() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null ? Optional.empty() : people.find(authentication);
    }

    @Override
    public Optional<String> name() {
        return find().map(Person::name);
    }
}
