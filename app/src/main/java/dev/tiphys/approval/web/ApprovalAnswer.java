package dev.tiphys.approval.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.view.RedirectView;

import dev.tiphys.approval.ApprovalId;
import dev.tiphys.identity.Person;
import dev.tiphys.web.Refusal;

/// Where every word about a request ends: back on its page, which says why when it was not accepted.
@Component
class ApprovalAnswer {

    private final ApprovalScreen screen;
    private final Deciders deciders;

    ApprovalAnswer(ApprovalScreen screen, Deciders deciders) {
        this.screen = screen;
        this.deciders = deciders;
    }

    /// Who is about to decide, as they are known now; somebody who could decide nothing hears that first.
    ///
    /// @param id as it was sent
    Person toDecide(Person person, String id) {
        deciders.requireSomewhere(person);
        return deciders.toDecide(person, Links.id(id));
    }

    /// Who is about to say something else that counts.
    Person decider(Person person, ApprovalId id) {
        return deciders.now(person, id);
    }

    Object to(ApprovalId id, Runnable word, Person person, Model model, HttpServletResponse response) {
        try {
            word.run();
            return seeOther(Links.approval(id));
        } catch (Refusal.Conflict late) {
            return refused(id, late, HttpStatus.CONFLICT, person, model, response);
        } catch (Refusal.Invalid invalid) {
            return refused(id, invalid, HttpStatus.UNPROCESSABLE_CONTENT, person, model, response);
        }
    }

    private String refused(ApprovalId id, Refusal refusal, HttpStatus status, Person person, Model model,
            HttpServletResponse response) {
        response.setStatus(status.value());
        model.addAttribute("page", screen.page(id, refusal.reason(), person));
        return "approvals/show";
    }

    static RedirectView seeOther(String address) {
        RedirectView view = new RedirectView(address, true);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        return view;
    }
}
