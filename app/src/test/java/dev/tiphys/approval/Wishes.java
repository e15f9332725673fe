package dev.tiphys.approval;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import dev.tiphys.identity.Person;
import dev.tiphys.identity.Scope;
import dev.tiphys.identity.SignedInBy;

/// Wishes and people for tests. A hold override is used where no promotion should take part.
final class Wishes {

    static final String HASH = "a".repeat(64);

    private Wishes() {
    }

    static ApprovalWish wish() {
        return wish(UUID.randomUUID().toString(), HASH, "prod-east");
    }

    static ApprovalWish wish(String id, String hash, String environment) {
        return new ApprovalWish(new ApprovalSubject(ApprovalSubject.Kind.HOLD_OVERRIDE, id, environment), hash,
                "checkout v4 → v5 into " + environment,
                List.of(new ApprovalWish.Change("prod-east-1", "v4", "v5")), "",
                Scope.service("checkout", "payments").in(environment),
                new ApprovalWish.Requester("developer", "The developer"), "/promotions/1");
    }

    static Person person(String name, String... groups) {
        return new Person(name, name, "The " + name, Set.of(groups), Set.of(), new SignedInBy.Browser());
    }
}
