package dev.tiphys.identity;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

/// Remembers what the identity provider said about people, for decisions about somebody who is not at a page.
@Component
public class KnownPeople {

    private final KnownRecords records;
    private final People people;

    KnownPeople(KnownRecords records, People people) {
        this.records = records;
        this.people = people;
    }

    /// Keeps what the provider has just said.
    void note(Person person) {
        records.note(person);
    }

    /// Everybody whom the provider ever spoke of.
    public List<String> subjects() {
        return records.subjects();
    }

    /// The person with the groups that the provider named last, which may be long ago: before they decide anything
    /// [Confirmation] asks again. Empty when they never signed in, or when it no longer vouches for them.
    public Optional<Person> findLast(String subject, SignedInBy by) {
        return records.find(subject).filter(known -> !known.isRefused()).map(known -> people.of(known, by));
    }

    /// The subjects of people who are in one of these groups, as far as the provider said.
    public List<String> listIn(Collection<String> groups) {
        return groups.isEmpty() ? List.of() : records.subjectsIn(groups);
    }
}
