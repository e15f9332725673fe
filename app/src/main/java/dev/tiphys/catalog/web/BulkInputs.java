package dev.tiphys.catalog.web;

import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Component;

import dev.tiphys.catalog.Bulk;
import dev.tiphys.catalog.Bulks;
import dev.tiphys.catalog.InputDesk;
import dev.tiphys.catalog.ItemAction;
import dev.tiphys.identity.Person;

/// Makes the values of one form ready for many instances: a secret is kept once for all of them.
@Component
class BulkInputs {

    private final Bulks bulks;
    private final InputDesk inputs;

    BulkInputs(Bulks bulks, InputDesk inputs) {
        this.bulks = bulks;
        this.inputs = inputs;
    }

    Map<String, String> ready(UUID bulk, Map<String, String> filled, Person person) {
        ItemAction action = action(bulk, person);
        return given(bulk, FormPages.parameters(action, filled), person);
    }

    Map<String, String> given(UUID bulk, Map<String, String> values, Person person) {
        Bulk found = bulks.get(bulk, person);
        return inputs.ready(found.provider(), action(bulk, person), values, person);
    }

    private ItemAction action(UUID bulk, Person person) {
        Bulk found = bulks.get(bulk, person);
        return bulks.getAction(found.provider(), found.item(), found.action(), person);
    }
}
