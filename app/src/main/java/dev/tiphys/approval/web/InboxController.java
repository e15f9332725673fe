package dev.tiphys.approval.web;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.tiphys.approval.ApprovalId;
import dev.tiphys.approval.ApprovalInbox.Box;
import dev.tiphys.approval.Bulk;
import dev.tiphys.identity.Person;
import dev.tiphys.web.PageAsk;
import dev.tiphys.web.PageView;
import dev.tiphys.web.Refusal;

/// The inbox, and the decision of several requests at once.
@Controller
class InboxController {

    private static final String TEMPLATE = "approvals/list";

    private final InboxScreen screen;
    private final Bulk bulk;
    private final Deciders deciders;
    private final PageView view;

    InboxController(InboxScreen screen, Bulk bulk, Deciders deciders, PageView view) {
        this.screen = screen;
        this.bulk = bulk;
        this.deciders = deciders;
        this.view = view;
    }

    @GetMapping(Links.HOME)
    String list(@RequestParam(defaultValue = "") String show, Person person, PageAsk ask, Model model,
            HttpServletRequest request) {
        model.addAttribute("page", screen.page(Box.of(show), person, ask, List.of(), ""));
        return view.of(request, TEMPLATE, "inbox");
    }

    @PostMapping(Links.HOME + "/decisions")
    String decide(@RequestParam(defaultValue = "") List<String> ids, @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason, @RequestParam(defaultValue = "") String show,
            Person person, Model model, HttpServletResponse response) {
        deciders.requireSomewhere(person);
        List<Bulk.Result> results = List.of();
        String error = "";
        try {
            List<ApprovalId> requests = ids.stream().map(Links::id).toList();
            results = bulk.decide(requests, Words.word(decision), reason, deciders.toDecide(person, requests));
        } catch (Refusal.Invalid invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            error = invalid.reason();
        }
        model.addAttribute("page", screen.page(Box.of(show), person, new PageAsk(null, null), results, error));
        return TEMPLATE;
    }
}
