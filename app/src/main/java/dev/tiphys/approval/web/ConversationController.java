package dev.tiphys.approval.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.tiphys.approval.ApprovalId;
import dev.tiphys.approval.Conversation;
import dev.tiphys.identity.Person;

/// What is said about a request before it is decided.
@Controller
class ConversationController {

    private final Conversation conversation;
    private final ApprovalAnswer answer;

    ConversationController(Conversation conversation, ApprovalAnswer answer) {
        this.conversation = conversation;
        this.answer = answer;
    }

    @PostMapping(Links.HOME + "/{id}/take")
    Object take(@PathVariable String id, @RequestParam(defaultValue = "false") boolean over, Person person, Model model,
            HttpServletResponse response) {
        ApprovalId approval = Links.id(id);
        return answer.to(approval, () -> conversation.take(approval, over, person), person, model, response);
    }

    @PostMapping(Links.HOME + "/{id}/release")
    Object release(@PathVariable String id, Person person, Model model, HttpServletResponse response) {
        ApprovalId approval = Links.id(id);
        return answer.to(approval, () -> conversation.release(approval, person), person, model, response);
    }

    @PostMapping(Links.HOME + "/{id}/question")
    Object ask(@PathVariable String id, @RequestParam(defaultValue = "") String question, Person person, Model model,
            HttpServletResponse response) {
        ApprovalId approval = Links.id(id);
        return answer.to(approval, () -> conversation.askBack(approval, question, person), person, model, response);
    }

    @PostMapping(Links.HOME + "/{id}/answer")
    Object answer(@PathVariable String id, @RequestParam(name = "answer", defaultValue = "") String words,
            Person person, Model model, HttpServletResponse response) {
        ApprovalId approval = Links.id(id);
        return answer.to(approval, () -> conversation.answer(approval, words, person), person, model, response);
    }
}
