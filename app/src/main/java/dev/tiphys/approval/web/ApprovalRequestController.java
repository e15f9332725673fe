package dev.tiphys.approval.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.tiphys.approval.ApprovalId;
import dev.tiphys.approval.Approvals;
import dev.tiphys.approval.BreakGlass;
import dev.tiphys.identity.Person;
import dev.tiphys.web.PageView;

/// The page of one request, and what ends it.
@Controller
class ApprovalRequestController {

    private final ApprovalScreen screen;
    private final Approvals approvals;
    private final BreakGlass breakGlass;
    private final ApprovalAnswer answer;
    private final PageView view;

    ApprovalRequestController(ApprovalScreen screen, Approvals approvals, BreakGlass breakGlass, ApprovalAnswer answer,
            PageView view) {
        this.screen = screen;
        this.approvals = approvals;
        this.breakGlass = breakGlass;
        this.answer = answer;
        this.view = view;
    }

    @GetMapping(Links.HOME + "/{id}")
    String show(@PathVariable String id, Person person, Model model, HttpServletRequest request) {
        model.addAttribute("page", screen.page(Links.id(id), "", person));
        return view.of(request, "approvals/show", "approval");
    }

    @PostMapping(Links.HOME + "/{id}/decision")
    Object decide(@PathVariable String id, @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason, Person person, Model model, HttpServletResponse response) {
        Person now = answer.toDecide(person, id);
        ApprovalId approval = Links.id(id);
        return answer.to(approval, () -> approvals.decide(approval, Words.word(decision), reason, now), now,
                model, response);
    }

    @PostMapping(Links.HOME + "/{id}/break-glass")
    Object breakGlass(@PathVariable String id, @RequestParam(defaultValue = "") String reason, Person person,
            Model model, HttpServletResponse response) {
        ApprovalId approval = Links.id(id);
        Person now = answer.decider(person, approval);
        return answer.to(approval, () -> breakGlass.open(approval, reason, now), now, model, response);
    }

    @PostMapping(Links.HOME + "/{id}/review")
    Object review(@PathVariable String id, @RequestParam(defaultValue = "") String words, Person person, Model model,
            HttpServletResponse response) {
        ApprovalId approval = Links.id(id);
        Person now = answer.decider(person, approval);
        return answer.to(approval, () -> breakGlass.review(approval, words, now), now, model, response);
    }
}
