package dev.tiphys.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Remembers what the identity provider said about people, for decisions about somebody who is not at a page.
@Component
public class KnownPeople {

    private final KnownRecords records;
    private final Reconfirmation reconfirmation;
    private final People people;
    private final IdentitySettings settings;
    private final Clock clock;

    KnownPeople(KnownRecords records, Reconfirmation reconfirmation, People people, IdentitySettings settings,
            Clock clock) {
        this.records = records;
        this.reconfirmation = reconfirmation;
        this.people = people;
        this.settings = settings;
        this.clock = clock;
    }

    /// Keeps what the provider has just said.
    void note(Person person) {
        records.note(person);
    }

    /// Everybody whom the provider ever spoke of.
    public List<String> subjects() {
        return records.subjects();
    }

    /// The person with groups that the provider has confirmed within the last 15 minutes; it is asked when that is
    /// longer ago. Empty when it no longer vouches for them or does not answer. Ask outside of transactions: within one,
    /// only what is known counts.
    public Optional<Person> findConfirmed(String subject, SignedInBy by) {
        Instant wanted = clock.instant().minus(settings.groupsMaxAge());
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return records.find(subject).filter(known -> !known.isRefused() && !known.readAt().isBefore(wanted))
                    .map(known -> people.of(known, by));
        }
        return reconfirmation.since(subject, wanted) instanceof Standing.Confirmed confirmed
                ? Optional.of(people.of(confirmed.known(), by))
                : Optional.empty();
    }
}
