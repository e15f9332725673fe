package dev.tiphys.notification.slack.web;

import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.tiphys.identity.Person;
import dev.tiphys.notification.slack.AccountLinks;
import dev.tiphys.notification.slack.SlackAccount;
import dev.tiphys.web.When;

/// The Slack accounts that are linked, to look at and to unlink.
@Controller
class AccountsController {

    static final String PATH = "/settings/slack";

    private final AccountLinks links;

    AccountsController(AccountLinks links) {
        this.links = links;
    }

    /// @param slackIsOn whether Slack takes part at all
    record AccountsPage(boolean slackIsOn, List<Row> rows) {

        AccountsPage {
            rows = List.copyOf(rows);
        }

        record Row(String team, String user, String name, String person, boolean own, When linked) {}
    }

    @GetMapping(PATH)
    String list(Person person, Model model) {
        model.addAttribute("page", new AccountsPage(links.isOn(),
                links.list(person).stream().map(account -> row(account, person)).toList()));
        return "slack/accounts";
    }

    private static AccountsPage.Row row(SlackAccount account, Person person) {
        return new AccountsPage.Row(account.team(), account.userId(), account.userName(), account.personName(),
                account.subject().equals(person.subject()), When.of(account.linkedAt()));
    }

    @PostMapping(PATH + "/unlink")
    ResponseEntity<Void> unlink(@RequestParam(defaultValue = "") String team,
            @RequestParam(defaultValue = "") String user, Person person) {
        links.unlink(team, user, person);
        return ResponseEntity.status(HttpStatus.SEE_OTHER).header("Location", PATH).build();
    }
}
