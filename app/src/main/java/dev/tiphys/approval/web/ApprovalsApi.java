package dev.tiphys.approval.web;

import java.util.List;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.tiphys.approval.ApprovalId;
import dev.tiphys.approval.ApprovalInbox;
import dev.tiphys.approval.ApprovalInbox.Box;
import dev.tiphys.approval.ApprovalView;
import dev.tiphys.approval.Approvals;
import dev.tiphys.approval.BreakGlass;
import dev.tiphys.approval.Bulk;
import dev.tiphys.identity.Person;
import dev.tiphys.web.PageAsk;
import dev.tiphys.web.PageOf;

/// Approvals as JSON: what waits, and the decisions.
@RestController
@RequestMapping("/api/v1/approvals")
@Tag(name = "Approvals")
class ApprovalsApi {

    private final ApprovalInbox inbox;
    private final Approvals approvals;
    private final BreakGlass breakGlass;
    private final Bulk bulk;
    private final Deciders deciders;

    ApprovalsApi(ApprovalInbox inbox, Approvals approvals, BreakGlass breakGlass, Bulk bulk,
            Deciders deciders) {
        this.inbox = inbox;
        this.approvals = approvals;
        this.breakGlass = breakGlass;
        this.bulk = bulk;
        this.deciders = deciders;
    }

    /// @param decision `approve` or `reject`; a rejection needs a reason
    record DecisionBody(@Nullable String decision, @Nullable String reason) {}

    /// @param ids of the requests
    record BulkBody(@Nullable List<String> ids, @Nullable String decision, @Nullable String reason) {}

    record WordsBody(@Nullable String reason) {}

    /// @param show `for-me`, `mine`, `open` or `decided`
    @GetMapping
    PageOf<ApprovalView> list(@RequestParam(defaultValue = "for-me") String show, Person person, PageAsk ask) {
        return inbox.list(Box.of(show), person, ask);
    }

    @GetMapping("/{id}")
    ApprovalView show(@PathVariable String id, Person person) {
        return inbox.get(Links.id(id), person);
    }

    @PostMapping("/{id}/decision")
    ApprovalView decide(@PathVariable String id, @RequestBody DecisionBody body, Person person) {
        deciders.requireSomewhere(person);
        ApprovalId approval = Links.id(id);
        Person now = deciders.toDecide(person, approval);
        return approvals.decide(approval, Words.word(body.decision()), text(body.reason()), now);
    }

    @PostMapping("/decisions")
    List<Bulk.Result> decide(@RequestBody BulkBody body, Person person) {
        deciders.requireSomewhere(person);
        List<String> ids = body.ids() == null ? List.of() : body.ids();
        List<ApprovalId> requests = ids.stream().map(Links::id).toList();
        Person now = deciders.toDecide(person, requests);
        return bulk.decide(requests, Words.word(body.decision()), text(body.reason()), now);
    }

    @PostMapping("/{id}/break-glass")
    ApprovalView breakGlass(@PathVariable String id, @RequestBody WordsBody body, Person person) {
        ApprovalId approval = Links.id(id);
        return breakGlass.open(approval, text(body.reason()), deciders.now(person, approval));
    }

    static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
