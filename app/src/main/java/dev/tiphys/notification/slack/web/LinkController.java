package dev.tiphys.notification.slack.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.tiphys.identity.Person;
import dev.tiphys.notification.slack.AccountLinks;
import dev.tiphys.notification.slack.SlackAccount;

/// Ties a Slack account to the person who is signed in, when they confirm that it is theirs.
@Controller
@RequestMapping("/slack/link")
class LinkController {

    private final AccountLinks links;

    LinkController(AccountLinks links) {
        this.links = links;
    }

    /// What is to be confirmed.
    record LinkPage(String token, SlackAccount account) {}

    @GetMapping
    String look(@RequestParam(defaultValue = "") String token, Person person, Model model,
            HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        model.addAttribute("page", new LinkPage(token, links.look(token, person)));
        return "slack/link";
    }

    @PostMapping
    ResponseEntity<Void> link(@RequestParam(defaultValue = "") String token, Person person) {
        links.link(token, person);
        return ResponseEntity.status(HttpStatus.SEE_OTHER).header("Location", AccountsController.PATH).build();
    }
}
