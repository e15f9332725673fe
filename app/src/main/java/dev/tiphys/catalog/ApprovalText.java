package dev.tiphys.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.tiphys.approval.ApprovalWish;
import dev.tiphys.approval.ApprovalWish.Change;
import dev.tiphys.identity.Scope;

/// What an approver reads: exactly what would be made, by which template, and why they are asked.
record ApprovalText(Item item, ItemAction action, Instance instance, ActionRun run, String serviceAccount) {

    /// @param manifest the whole workflow: the request is about this one and no other
    ApprovalWish wish(Turn turn, List<String> reasons, String manifest) {
        return new ApprovalWish(OrderApprovals.subject(turn), Contents.sha(turn.pin() + "\n" + manifest), title(turn),
                changes(turn), String.join(" ", reasons), scope(),
                new ApprovalWish.Requester(run.requester(), run.requesterName()),
                "/catalog/instances/" + instance.id() + "/exact");
    }

    private String title(Turn turn) {
        return (turn.isOrder() ? "New " + item.title() : action.title() + " " + item.title()) + " " + instance.name()
                + " for " + instance.team();
    }

    private List<Change> changes(Turn turn) {
        List<Change> changes = new ArrayList<>();
        changes.add(new Change("item", "", item.provider() + "/" + item.name()
                + (item.version().isEmpty() ? "" : " " + item.version())));
        run.inputs().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(input -> changes.add(new Change(
                input.getKey(), turn.isOrder() ? "" : instance.value(input.getKey()), input.getValue())));
        String price = ApprovalNeeds.price(item.sheet(), run.inputs());
        if (!price.isEmpty() && !turn.action().equals(Item.DELETE)) {
            changes.add(new Change("price", "", price));
        }
        changes.add(new Change("template", "", run.template() + " @ " + turn.content().substring(0, 7)));
        changes.add(new Change("workflow", "",
                run.workflow() + " in " + run.namespace() + " as " + serviceAccount));
        return changes;
    }

    private Scope scope() {
        return scope(Optional.of(item), instance);
    }

    /// What it touches: the provider, the team and, where the sheet says which input that is, the environment.
    static Scope scope(Optional<Item> item, Instance instance) {
        Scope scope = CatalogRights.scope(instance.provider(), instance.team());
        String environment = item.map(one -> instance.value(one.sheet().environment())).orElse("");
        return environment.isEmpty() ? scope : scope.in(environment);
    }
}
