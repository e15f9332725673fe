package dev.tiphys.identity;

import java.util.Optional;

import org.springframework.stereotype.Component;

/// Who the owner of a token is at this moment: a service account as it is kept, a person as the provider says.
@Component
class TokenOwners {

    private final ServiceAccounts accounts;
    private final Presence presence;
    private final People people;

    TokenOwners(ServiceAccounts accounts, Presence presence, People people) {
        this.accounts = accounts;
        this.presence = presence;
        this.people = people;
    }

    Optional<Person> find(ApiTokenQueries.Holder holder) {
        SignedInBy by = new SignedInBy.Token(holder.tokenName(), holder.permissions());
        if (!ServiceAccounts.isOne(holder.subject())) {
            return Optional.of(presence.owner(holder.subject(), holder.username(), by));
        }
        return accounts.findBySubject(holder.subject()).map(account -> people.person(holder.subject(), account.name(),
                "Service account " + account.name(), account.groups(), by));
    }

    Person serviceAccount(Person administrator, String name) {
        return accounts.owner(administrator, name);
    }
}
