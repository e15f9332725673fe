package dev.tiphys.notification.slack.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.tiphys.identity.Person;
import dev.tiphys.notification.slack.AccountLinks;
import dev.tiphys.notification.slack.SlackAccount;
import dev.tiphys.web.PageAsk;
import dev.tiphys.web.PageOf;

/// The linked Slack accounts. They are linked in a browser alone.
@RestController
@RequestMapping("/api/v1/slack/accounts")
class AccountsApi {

    private final AccountLinks links;

    AccountsApi(AccountLinks links) {
        this.links = links;
    }

    @GetMapping
    PageOf<SlackAccount> list(Person person, PageAsk ask) {
        return PageOf.from(links.list(person), ask);
    }

    @DeleteMapping("/{team}/{user}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlink(Person person, @PathVariable String team, @PathVariable String user) {
        links.unlink(team, user, person);
    }
}
