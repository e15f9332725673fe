package dev.tiphys.approval.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.tiphys.approval.ApprovalId;
import dev.tiphys.approval.ApprovalView;
import dev.tiphys.approval.BreakGlass;
import dev.tiphys.approval.Conversation;
import dev.tiphys.identity.Person;

/// What is said about a request before and after it is decided, as JSON.
@RestController
@RequestMapping("/api/v1/approvals/{id}")
@Tag(name = "Approvals")
class ConversationApi {

    private final Conversation conversation;
    private final BreakGlass breakGlass;
    private final Deciders deciders;

    ConversationApi(Conversation conversation, BreakGlass breakGlass, Deciders deciders) {
        this.conversation = conversation;
        this.breakGlass = breakGlass;
        this.deciders = deciders;
    }

    record QuestionBody(@Nullable String question) {}

    record AnswerBody(@Nullable String answer) {}

    /// @param words what the second person found
    record ReviewBody(@Nullable String words) {}

    /// @param over whether to take it from somebody who is on it already
    @PostMapping("/take")
    ApprovalView take(@PathVariable String id, @RequestParam(defaultValue = "false") boolean over, Person person) {
        return conversation.take(Links.id(id), over, person);
    }

    @PostMapping("/release")
    ApprovalView release(@PathVariable String id, Person person) {
        return conversation.release(Links.id(id), person);
    }

    @PostMapping("/question")
    ApprovalView ask(@PathVariable String id, @RequestBody QuestionBody body, Person person) {
        return conversation.askBack(Links.id(id), ApprovalsApi.text(body.question()), person);
    }

    @PostMapping("/answer")
    ApprovalView answer(@PathVariable String id, @RequestBody AnswerBody body, Person person) {
        return conversation.answer(Links.id(id), ApprovalsApi.text(body.answer()), person);
    }

    @PostMapping("/review")
    ApprovalView review(@PathVariable String id, @RequestBody ReviewBody body, Person person) {
        ApprovalId approval = Links.id(id);
        return breakGlass.review(approval, ApprovalsApi.text(body.words()), deciders.now(person, approval));
    }
}
