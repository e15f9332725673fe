package dev.tiphys.sandbox.oidc;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import dev.tiphys.sandbox.people.DemoUser;

/// What the provider knows about people. Its administrator can give them other groups and disable their accounts, and
/// nobody tells the portal.
final class Directory {

    private final Map<String, Account> accounts = new ConcurrentHashMap<>();

    Directory() {
        DemoUser.all().forEach(user -> accounts.put(user.username(), new Account(user, false)));
    }

    /// A person with their present groups.
    record Account(DemoUser user, boolean disabled) {}

    Optional<Account> account(String username) {
        return Optional.ofNullable(accounts.get(username));
    }

    /// Somebody who may sign in.
    Optional<DemoUser> find(String username) {
        return account(username).filter(account -> !account.disabled()).map(Account::user);
    }

    /// All accounts, in the order of the demo users.
    List<Account> all() {
        return DemoUser.all().stream().flatMap(user -> account(user.username()).stream()).toList();
    }

    void setGroups(String username, List<String> groups) {
        accounts.computeIfPresent(username, (name, account) -> new Account(
                new DemoUser(name, account.user().name(), account.user().role(), groups), account.disabled()));
    }

    void setDisabled(String username, boolean disabled) {
        accounts.computeIfPresent(username, (name, account) -> new Account(account.user(), disabled));
    }
}
