package dev.tiphys.identity.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.tiphys.identity.ApiTokens;
import dev.tiphys.identity.NewApiToken;
import dev.tiphys.identity.Permission;
import dev.tiphys.identity.Person;
import dev.tiphys.identity.ServiceAccount;
import dev.tiphys.identity.ServiceAccounts;
import dev.tiphys.web.Refusal;

/// Puts the page of the service accounts together.
@Component
class ServiceAccountsScreen {

    private final ServiceAccounts accounts;
    private final ApiTokens tokens;
    private final Clock clock;

    ServiceAccountsScreen(ServiceAccounts accounts, ApiTokens tokens, Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.clock = clock;
    }

    ServiceAccountsPage list(Person person, Map<String, String> errors) {
        return new ServiceAccountsPage(rows(accounts.list(person)), null, errors);
    }

    ServiceAccountsPage open(Person person, String name, @Nullable NewApiToken made, Map<String, String> errors) {
        List<ServiceAccount> all = accounts.list(person);
        ServiceAccount account = all.stream().filter(one -> one.name().equals(name) && one.disabledAt() == null)
                .findFirst().orElseThrow(() -> new Refusal.NotFound("There is no such service account in use."));
        String address = address(name);
        List<String> lendable = Stream.of(Permission.values()).filter(one -> one != Permission.APPROVE)
                .map(Permission::word).toList();
        return new ServiceAccountsPage(rows(all),
                new ServiceAccountsPage.Open(name, String.join(", ", account.groups()), address,
                        TokenRow.of(tokens.listOf(person, name), address + "/tokens", clock.instant()), lendable,
                        made == null ? null : made.secret()),
                errors);
    }

    private static List<ServiceAccountsPage.Row> rows(List<ServiceAccount> accounts) {
        return accounts.stream()
                .map(account -> new ServiceAccountsPage.Row(account.name(), account.purpose(),
                        String.join(", ", account.groups()), account.createdBy(), account.disabledAt() != null,
                        address(account.name())))
                .toList();
    }

    private static String address(String name) {
        return ServiceAccountsController.PATH + "/" + name;
    }
}
