package dev.tiphys.notification.slack.web;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.tiphys.approval.ApprovalView;
import dev.tiphys.approval.Approvals.Word;
import dev.tiphys.identity.Confirmation;
import dev.tiphys.identity.Permission;
import dev.tiphys.identity.Person;
import dev.tiphys.identity.SignInAgainException;
import dev.tiphys.notification.slack.DecisionLinks;
import dev.tiphys.web.Refusal;

/// Where a one-time link leads: first a page to look at, and only its form decides.
@Controller
@RequestMapping("/slack/decide")
class DecideLinkController {

    private static final String PAGE = "slack/decide";

    private final DecisionLinks links;
    private final DecidePages pages;
    private final Confirmation confirmation;

    DecideLinkController(DecisionLinks links, DecidePages pages, Confirmation confirmation) {
        this.links = links;
        this.confirmation = confirmation;
        this.pages = pages;
    }

    @GetMapping
    String look(@RequestParam(defaultValue = "") String token, Person person, Model model,
            HttpServletResponse response) {
        show(token, "", null, person, model, response);
        return PAGE;
    }

    @PostMapping
    Object decide(@RequestParam(defaultValue = "") String token, @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason, Person person, Model model,
            HttpServletResponse response) {
        try {
            Person now = confirmation.require(person, Permission.APPROVE, links.scope(token));
            ApprovalView decided = links.decide(token, word(decision), reason.strip(), now);
            return ResponseEntity.status(HttpStatus.SEE_OTHER).header("Location", decided.wish().path()).build();
        } catch (SignInAgainException again) {
            // The page leaves without telling its address, so the way back is named here.
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .header("Location", again.address("/slack/decide?token=" + token)).build();
        } catch (Refusal.Invalid invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            show(token, reason, invalid.reason(), person, model, response);
            return PAGE;
        }
    }

    private void show(String token, String reason, @Nullable String problem, Person person, Model model,
            HttpServletResponse response) {
        // The address holds the token: no cache keeps it, and no page that is left for hears of it.
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        model.addAttribute("page", pages.of(token, links.open(token, person), reason, problem));
    }

    private static Word word(String decision) {
        return switch (decision) {
            case "approve" -> Word.APPROVE;
            case "reject" -> Word.REJECT;
            default -> throw new Refusal.Invalid("decision", "Choose to approve or to reject.");
        };
    }
}
