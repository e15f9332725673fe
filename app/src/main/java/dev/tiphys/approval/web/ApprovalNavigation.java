package dev.tiphys.approval.web;

import org.springframework.stereotype.Component;

import dev.tiphys.approval.ApprovalInbox;
import dev.tiphys.identity.CurrentPerson;
import dev.tiphys.web.NavigationEntry;

/// The approvals in the top bar, with how many the person who looks can decide or review.
@Component
class ApprovalNavigation implements NavigationEntry {

    private final CurrentPerson current;
    private final ApprovalInbox inbox;

    ApprovalNavigation(CurrentPerson current, ApprovalInbox inbox) {
        this.current = current;
        this.inbox = inbox;
    }

    @Override
    public String label() {
        return "nav.approvals";
    }

    @Override
    public String path() {
        return Links.HOME;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public boolean visible() {
        return current.find().isPresent();
    }

    @Override
    public int badge() {
        return current.find().map(person -> inbox.forMe(person).size()).orElse(0);
    }
}
