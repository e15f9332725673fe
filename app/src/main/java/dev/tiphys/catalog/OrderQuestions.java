package dev.tiphys.catalog;

import org.springframework.stereotype.Component;

import dev.tiphys.approval.Approvals;

/// Opens the request for approval of a run, in the transaction that enters it.
@Component
class OrderQuestions {

    private final Approvals approvals;
    private final LineStore lines;
    private final InstanceStore store;

    OrderQuestions(Approvals approvals, LineStore lines, InstanceStore store) {
        this.approvals = approvals;
        this.lines = lines;
        this.store = store;
    }

    void ask(Item item, ItemAction action, Instance instance, ActionRun run, Provider provider, Terms terms) {
        approvals.open(new ApprovalText(item, action, instance, run, provider.serviceAccount())
                .wish(lines.find(run.id()).orElseThrow(), terms.approval(), store.manifest(run.id())));
    }
}
