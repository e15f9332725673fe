package dev.tiphys.catalog;

import java.util.Optional;

import org.springframework.stereotype.Component;

/// Says what a provider has changed since something was asked for.
@Component
class OrderChanges {

    private final Catalog catalog;

    OrderChanges(Catalog catalog) {
        this.catalog = catalog;
    }

    /// In words that say what to do; empty when all is as it was, and while nobody can tell.
    String since(Turn turn) {
        CatalogSnapshot now = catalog.snapshot();
        if (now.troubles().containsKey(turn.provider()) || now.items().isEmpty()) {
            return "";
        }
        Optional<Item> item = now.find(turn.provider(), turn.item(), turn.version());
        Optional<ItemAction> action = item.flatMap(one -> one.findAction(turn.action()));
        if (item.isEmpty() || action.isEmpty()) {
            return "The provider has taken the template away since this was asked for. Nothing was begun. Ask "
                    + turn.provider() + ", and ask again when it is back.";
        }
        if (turn.isOrder() && item.get().lifecycle() == Item.Lifecycle.DEPRECATED) {
            String successor = item.get().sheet().successor();
            return "The provider has deprecated " + item.get().title() + " since this was ordered. Nothing was begun. "
                    + (successor.isEmpty()
                            ? "Ask " + turn.provider() + " what to order instead."
                            : "Order " + successor + " instead.");
        }
        return isAsItWas(now, item.get(), turn)
                ? ""
                : "The provider has changed " + (turn.isOrder() ? item.get().title() : action.get().title())
                        + " since this was asked for, so what was to be approved is no longer what would be made."
                        + " Nothing was begun. Ask for it again: the form shows what is offered now.";
    }

    // An action may be that of another version, to which it brings the instance.
    private static boolean isAsItWas(CatalogSnapshot now, Item item, Turn turn) {
        return now.items().stream()
                .filter(one -> one.provider().equals(item.provider()) && one.name().equals(item.name()))
                .flatMap(one -> one.findAction(turn.action()).stream())
                .anyMatch(action -> Contents.pin(item, action).equals(turn.pin()));
    }
}
